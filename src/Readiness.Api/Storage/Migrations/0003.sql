-- A stress test of a scenario's plan. Its batches are the jobs that compute it.
CREATE TABLE stress_tests (
    id {text} NOT NULL PRIMARY KEY,
    scenario {text} NOT NULL,
    wanted {text} NOT NULL,
    state {text} NOT NULL,
    created {text} NOT NULL,
    started {text},
    finished {text},
    done BIGINT NOT NULL DEFAULT 0,
    cancel BIGINT NOT NULL DEFAULT 0,
    report {text},
    failure {text}
);

CREATE INDEX stress_tests_by_age ON stress_tests (created, id);
CREATE INDEX stress_tests_by_state ON stress_tests (state);

-- State: queued, running, done or, for the one without futures that puts the report together, blocked until all others of its test are done.
CREATE TABLE stress_batches (
    id {text} NOT NULL PRIMARY KEY,
    test {text} NOT NULL,
    first BIGINT NOT NULL,
    futures BIGINT NOT NULL,
    state {text} NOT NULL,
    owner {text},
    lease {text},
    attempt BIGINT NOT NULL DEFAULT 0,
    lost BIGINT NOT NULL DEFAULT 0,
    document {text}
);

CREATE INDEX stress_batches_by_state ON stress_batches (state, id);
CREATE INDEX stress_batches_by_test ON stress_batches (test);
