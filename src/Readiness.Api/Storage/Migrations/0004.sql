-- Keys that callers log in with. Of a key's secret only a hash is kept.
CREATE TABLE api_keys (
    id {text} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    role {text} NOT NULL,
    hash {text} NOT NULL,
    created {text} NOT NULL,
    created_by {text} NOT NULL,
    expires {text},
    revoked {text},
    last_used {text}
);

-- Who did what. An entry is written before a request is done, and its status once there is one; apart from that it never changes.
-- Ids begin with the time, so that their order is that of time.
CREATE TABLE audit_log (
    id {text} NOT NULL PRIMARY KEY,
    time {text} NOT NULL,
    caller {text} NOT NULL,
    name {text} NOT NULL,
    role {text},
    method {text} NOT NULL,
    route {text} NOT NULL,
    target {text},
    status BIGINT,
    address {text}
);

CREATE INDEX audit_log_by_caller ON audit_log (caller, id);
CREATE INDEX audit_log_by_target ON audit_log (target, id);

-- A key belongs to the caller that sent it; so far nobody has logged in.
UPDATE idempotent_requests SET route = 'local ' || route;

-- The trace (W3C traceparent) of the request that posted a scenario, so that the trace of its solve can be linked with it.
ALTER TABLE scenarios ADD COLUMN trace {text};
