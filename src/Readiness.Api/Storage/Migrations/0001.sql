-- Times are ISO text in UTC with seven decimals, so that their order as text is their order in time. Documents are JSON text, kept byte by byte.

-- Every version of every baseline. State: current (at most one version of an id), replaced or deleted.
CREATE TABLE baselines (
    id {text} NOT NULL,
    version BIGINT NOT NULL,
    state {text} NOT NULL,
    stored {text} NOT NULL,
    summary {text} NOT NULL,
    document {text} NOT NULL,
    PRIMARY KEY (id, version)
);

CREATE UNIQUE INDEX baselines_current ON baselines (id) WHERE state = 'current';

-- A scenario is also the job that solves it: owner, lease, attempt, lost and cancel say who does and how it goes.
CREATE TABLE scenarios (
    id {text} NOT NULL PRIMARY KEY,
    baseline {text} NOT NULL,
    baseline_version BIGINT NOT NULL,
    name {text} NOT NULL,
    changes {text} NOT NULL,
    settings {text} NOT NULL,
    state {text} NOT NULL,
    created {text} NOT NULL,
    started {text},
    finished {text},
    progress {text},
    comparison {text},
    failure {text},
    owner {text},
    lease {text},
    attempt BIGINT NOT NULL DEFAULT 0,
    lost BIGINT NOT NULL DEFAULT 0,
    cancel BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX scenarios_by_state ON scenarios (state, created, id);
CREATE INDEX scenarios_by_age ON scenarios (created, id);
CREATE INDEX scenarios_by_baseline ON scenarios (baseline, created, id);

-- The plan of a scenario; the first that is stored stays.
CREATE TABLE plans (
    scenario {text} NOT NULL PRIMARY KEY,
    document {text} NOT NULL
);

-- Plans of unchanged baselines, for comparison; the first that is stored stays.
CREATE TABLE baseline_plans (
    baseline {text} NOT NULL,
    version BIGINT NOT NULL,
    settings {text} NOT NULL,
    used {text} NOT NULL,
    document {text} NOT NULL,
    PRIMARY KEY (baseline, version, settings)
);

-- What happened to a scenario, in order.
CREATE TABLE scenario_events (
    scenario {text} NOT NULL,
    number BIGINT NOT NULL,
    kind {text} NOT NULL,
    document {text} NOT NULL,
    PRIMARY KEY (scenario, number)
);

-- Requests with an Idempotency-Key; status is null until there is an answer.
CREATE TABLE idempotent_requests (
    route {text} NOT NULL,
    key {text} NOT NULL,
    fingerprint {text} NOT NULL,
    resource {text} NOT NULL,
    created {text} NOT NULL,
    busy_until {text} NOT NULL,
    status BIGINT,
    headers {text},
    body {text},
    PRIMARY KEY (route, key)
);
