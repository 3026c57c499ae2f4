-- The shop's books. The database itself makes sure that nothing happens twice, whatever the program does.

-- The events that may happen to an order in each state, and the state that follows. Any other event changes nothing.
CREATE TABLE IF NOT EXISTS transitions (
    event TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (event, source)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO transitions VALUES
    ('accepted', 'created', 'awaiting'),        -- WeChat Pay has the order, and the user can pay
    ('paid', 'created', 'paid'),
    ('paid', 'awaiting', 'paid'),
    ('closed', 'created', 'closed'),            -- the order cannot be paid any more
    ('closed', 'awaiting', 'closed'),
    ('refund asked', 'paid', 'refunding'),
    ('refunded', 'refunding', 'refunded'),
    ('refund failed', 'refunding', 'paid'),
    ('doubt', 'created', 'review'),             -- a person has to look
    ('doubt', 'awaiting', 'review'),
    ('doubt', 'closed', 'review'),
    ('doubt', 'refunding', 'review');

CREATE TABLE IF NOT EXISTS orders (
    out_trade_no TEXT PRIMARY KEY,
    state TEXT NOT NULL DEFAULT 'created',

    -- The request. A repeated request has to be exactly the same, also if a later version of this program sends it.
    appid TEXT NOT NULL,
    mchid TEXT NOT NULL,
    description TEXT NOT NULL,
    fen INTEGER NOT NULL CHECK (fen > 0),
    notify_url TEXT NOT NULL,
    expires INTEGER NOT NULL,                   -- in seconds since 1970

    -- The results.
    code_url TEXT,
    transaction_id TEXT UNIQUE,
    refunds INTEGER NOT NULL DEFAULT 0,         -- number of refunds requested; part of the latest out_refund_no
    reason TEXT NOT NULL DEFAULT 'ordered',     -- the reason for the state

    look_at INTEGER NOT NULL                    -- the timer's next look at it, in seconds since 1970
) STRICT;

CREATE INDEX IF NOT EXISTS orders_open ON orders (look_at) WHERE state IN ('created', 'awaiting', 'refunding');

CREATE TABLE IF NOT EXISTS history (
    out_trade_no TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;

CREATE TRIGGER IF NOT EXISTS written_down AFTER INSERT ON orders
BEGIN INSERT INTO history (out_trade_no, state, reason) VALUES (NEW.out_trade_no, NEW.state, NEW.reason); END;

CREATE TRIGGER IF NOT EXISTS moved AFTER UPDATE OF state ON orders
BEGIN INSERT INTO history (out_trade_no, state, reason) VALUES (NEW.out_trade_no, NEW.state, NEW.reason); END;

-- Deliveries that are due, one for each paid order. The row is written by the statement that makes the order `paid`, so
-- that no crash can separate the two.
CREATE TABLE IF NOT EXISTS deliveries (
    out_trade_no TEXT PRIMARY KEY REFERENCES orders (out_trade_no),
    since TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    delivered TEXT                              -- time at which the deliverer had it; NULL before
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS deliveries_open ON deliveries (out_trade_no) WHERE delivered IS NULL;

-- An order that is `paid` again because its refund failed is not delivered a second time.
CREATE TRIGGER IF NOT EXISTS to_be_delivered AFTER UPDATE OF state ON orders WHEN NEW.state = 'paid'
BEGIN INSERT OR IGNORE INTO deliveries (out_trade_no) VALUES (NEW.out_trade_no); END;

-- Notifications: each is stored, then acknowledged, and handled later. A repetition has the same ID, and is here already.
CREATE TABLE IF NOT EXISTS notifications (
    id TEXT PRIMARY KEY,
    event_type TEXT NOT NULL,
    resource TEXT NOT NULL,
    received TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    result TEXT                                 -- the result in words; NULL before it is handled
) STRICT;

CREATE INDEX IF NOT EXISTS notifications_new ON notifications (received) WHERE result IS NULL;

-- Notifications of an unknown type or with unexpected content. A person looks at them, and removes them here.
CREATE TABLE IF NOT EXISTS set_aside (
    id TEXT PRIMARY KEY REFERENCES notifications (id),
    why TEXT NOT NULL,
    since TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
