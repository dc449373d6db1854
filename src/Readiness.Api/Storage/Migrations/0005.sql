-- Plans that were published, by baseline in their order: the last one is in force. Each is a copy, so that it does not depend on its scenario.
CREATE TABLE published_plans (
    baseline {text} NOT NULL,
    number BIGINT NOT NULL,
    scenario {text} NOT NULL,
    name {text} NOT NULL,
    baseline_version BIGINT NOT NULL,
    published {text} NOT NULL,
    start {text} NOT NULL,
    document {text} NOT NULL,
    PRIMARY KEY (baseline, number)
);

-- The published plan on top of which a scenario is planned.
ALTER TABLE scenarios ADD COLUMN published {text};
