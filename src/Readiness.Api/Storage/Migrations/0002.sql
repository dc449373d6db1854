-- Grids of what-ifs. Their cells are scenarios that name the sweep.
CREATE TABLE sweeps (
    id {text} NOT NULL PRIMARY KEY,
    baseline {text} NOT NULL,
    baseline_version BIGINT NOT NULL,
    name {text} NOT NULL,
    changes {text} NOT NULL,
    axes {text} NOT NULL,
    settings {text} NOT NULL,
    cells BIGINT NOT NULL,
    created {text} NOT NULL
);

CREATE INDEX sweeps_by_age ON sweeps (created, id);

-- The queue is served by priority, the lowest number first, then by age.
ALTER TABLE scenarios ADD COLUMN priority BIGINT NOT NULL DEFAULT 0;
ALTER TABLE scenarios ADD COLUMN sweep {text};
ALTER TABLE scenarios ADD COLUMN cell BIGINT;

CREATE INDEX scenarios_by_turn ON scenarios (priority, created, id) WHERE state = 'queued';
CREATE INDEX scenarios_by_lease ON scenarios (lease) WHERE state = 'running';
CREATE UNIQUE INDEX scenarios_by_cell ON scenarios (sweep, cell) WHERE sweep IS NOT NULL;

-- Who is making the plan of an unchanged baseline, so that nobody else does.
CREATE TABLE baseline_plan_claims (
    baseline {text} NOT NULL,
    version BIGINT NOT NULL,
    settings {text} NOT NULL,
    owner {text} NOT NULL,
    lease {text} NOT NULL,
    PRIMARY KEY (baseline, version, settings)
);
