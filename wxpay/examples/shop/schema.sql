-- The shop's books. What may never happen twice is decided here, and not by who asks first.

-- What may happen to an order, and what it is then. Whatever is not in this table changes nothing.
CREATE TABLE IF NOT EXISTS transitions (
    event TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (event, source)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO transitions VALUES
    ('accepted', 'created', 'awaiting'),        -- WeChat Pay has it, and the user can pay
    ('paid', 'created', 'paid'),
    ('paid', 'awaiting', 'paid'),
    ('closed', 'created', 'closed'),            -- nobody can pay it any more
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

    -- What was ordered. A call that is repeated says exactly the same, also by a later version of this program.
    appid TEXT NOT NULL,
    mchid TEXT NOT NULL,
    description TEXT NOT NULL,
    fen INTEGER NOT NULL CHECK (fen > 0),
    notify_url TEXT NOT NULL,
    expires INTEGER NOT NULL,                   -- in seconds since 1970

    -- What came of it.
    code_url TEXT,
    transaction_id TEXT UNIQUE,
    refunds INTEGER NOT NULL DEFAULT 0,         -- how many were asked for: the number of the last one
    reason TEXT NOT NULL DEFAULT 'ordered',     -- why it is in its state

    look_at INTEGER NOT NULL                    -- when the timer looks after it, in seconds since 1970
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

-- What was paid for and has to be delivered, once for each order. It is written by the statement that moves the order to
-- `paid`, so that no crash comes between the two.
CREATE TABLE IF NOT EXISTS deliveries (
    out_trade_no TEXT PRIMARY KEY REFERENCES orders (out_trade_no),
    since TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    delivered TEXT                              -- when the deliverer had it; not yet
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS deliveries_open ON deliveries (out_trade_no) WHERE delivered IS NULL;

-- An order that is paid again, since its refund failed, is delivered no second time.
CREATE TRIGGER IF NOT EXISTS to_be_delivered AFTER UPDATE OF state ON orders WHEN NEW.state = 'paid'
BEGIN INSERT OR IGNORE INTO deliveries (out_trade_no) VALUES (NEW.out_trade_no); END;

-- What WeChat Pay has reported: stored, answered, and worked on later. A repetition has the same ID, and is here already.
CREATE TABLE IF NOT EXISTS notifications (
    id TEXT PRIMARY KEY,
    event_type TEXT NOT NULL,
    resource TEXT NOT NULL,
    received TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    result TEXT                                 -- what came of it; nothing yet
) STRICT;

CREATE INDEX IF NOT EXISTS notifications_new ON notifications (received) WHERE result IS NULL;

-- Those that nobody has understood: of an unknown type, or not as it should be. A person looks, and takes them out.
CREATE TABLE IF NOT EXISTS set_aside (
    id TEXT PRIMARY KEY REFERENCES notifications (id),
    why TEXT NOT NULL,
    since TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
