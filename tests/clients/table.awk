# Prints the clients' reports as a table, with the reason of each failure. Fails if an operation failed or was not reported.
# Arguments, all of them files: the operations, one per line; the runs, CLIENT and KEYS; the reports, CLIENT, KEYS, OPERATION,
# OUTCOME and REASON.
BEGIN { FS = "\t" }

FILENAME == ARGV[1] { operations[++rows] = $1; known[$1] }
FILENAME == ARGV[2] { runs[++columns] = $1 FS $2 }
FILENAME == ARGV[3] {
    run = $1 FS $2
    if (!($3 in known)) fail(run, $3, "is not among the operations")
    else if ((run, $3) in outcomes) fail(run, $3, "was reported twice")
    else if ($4 == "failed") fail(run, $3, $5)
    outcomes[run, $3] = $4
    if ($4 == "none") reasons[++left_out] = named(run) ": no " $3 ", " $5
}

END {
    for (column = 1; column <= columns; column++) printf "[%d] %s\n", column, named(runs[column])
    printf "\n%-28s", ""
    for (column = 1; column <= columns; column++) printf " %-7s", "[" column "]"
    print ""
    for (row = 1; row <= rows; row++) {
        printf "%-28s", operations[row]
        for (column = 1; column <= columns; column++) printf " %-7s", cell(runs[column], operations[row])
        print ""
    }
    print ""
    for (each = 1; each <= left_out; each++) print reasons[each]
    for (each = 1; each <= failed; each++) print "FAILED " failures[each]
    printf "clients: %d passed, %d failed, %d skipped\n", passed, failed, left_out
    exit failed > 0 || passed == 0 && columns > 0
}

function cell(run, operation) {
    if (!((run, operation) in outcomes)) {
        fail(run, operation, "was not reported")
        return "FAILED"
    }
    if (outcomes[run, operation] == "ok") {
        passed++
        return "ok"
    }
    return outcomes[run, operation] == "none" ? "-" : "FAILED"
}

function fail(run, operation, reason) { failures[++failed] = named(run) ": " operation " " reason }
function named(run,   parts) { split(run, parts, FS); return parts[1] " (" parts[2] ")" }
