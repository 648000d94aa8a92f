package muhafiz.itest.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything the archive keeps but its log and its counters, as one fingerprint per table. */
record Holdings(Map<String, String> tables) {
    private static final List<String> TABLES = List.of(
            "archive.data_subject",
            "archive.case_file",
            "archive.case_party",
            "archive.case_event",
            "archive.document",
            "archive.upload",
            "archive.upload_part",
            "archive.payment",
            "archive.notice",
            "archive.consent",
            "archive.technical_item",
            "archive.import",
            "archive.import_case",
            "archive.import_file",
            "archive.import_flaw",
            "archive.idempotency",
            "archive.blind_index");

    private static final String PATROLLED_TABLE = "archive.document";
    /** Moved by the archive's own patrol, at any time. */
    private static final String PATROLLED = "verified_at";

    static Holdings of(LogBook book) {
        Map<String, String> tables = new TreeMap<>();
        String sql = TABLES.stream()
                .map(table -> "select '" + table + "', count(*) || ' ' || " + print(table) + " from " + table + " t")
                .collect(Collectors.joining(" union all "));
        book.query(sql, row -> tables.put(row.getString(1), row.getString(2)));
        return new Holdings(tables);
    }

    /** Whatever is written bears the number of the transaction that wrote it; of what is patrolled, the content counts. */
    private static String print(String table) {
        return table.equals(PATROLLED_TABLE)
                ? "coalesce(bit_xor(hashtextextended((to_jsonb(t) - '" + PATROLLED + "')::text, 0)), 0)"
                : "coalesce(sum(t.xmin::text::bigint), 0)";
    }

    /** Whether nothing waits for the machine to read it, or to be destroyed. */
    static boolean areStill(LogBook book) {
        long[] waiting = new long[1];
        book.query(
                "select count(*) from archive.scheduled_tasks where task_name in ('read-by-machine', 'destroy', 'import')",
                row -> waiting[0] = row.getLong(1));
        return waiting[0] == 0;
    }
}
