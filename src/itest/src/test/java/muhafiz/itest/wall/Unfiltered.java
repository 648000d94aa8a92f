package muhafiz.itest.wall;

import java.util.Locale;
import java.util.regex.Pattern;

/** A question without its filter: whatever stood after WHERE no longer leaves out any row. */
final class Unfiltered {
    private static final Pattern GUARDED =
            Pattern.compile("archive\\.(case_file|case_party|case_event|document|data_subject)\\b");
    private static final Pattern END = Pattern.compile(
            "(group by|order by|limit|offset|fetch first|for update|for no key|for share|union|having)\\b.*");

    private Unfiltered() {}

    /** Whether it is a question about rows that the wall guards, with a filter. */
    static boolean applies(String sql) {
        String text = sql.stripLeading().toLowerCase(Locale.ROOT);
        return (text.startsWith("select") || text.startsWith("with"))
                && GUARDED.matcher(text).find()
                && text.contains("where");
    }

    /** Every WHERE, those of subqueries too, is met by each row; the parameters stay where they are. */
    static String of(String sql) {
        StringBuilder out = new StringBuilder();
        String text = sql.toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < sql.length()) {
            int where = where(text, at);
            if (where < 0) {
                return out.append(sql, at, sql.length()).toString();
            }
            int begin = where + "where".length();
            int end = end(text, begin);
            out.append(sql, at, begin)
                    .append(" (")
                    .append(of(sql.substring(begin, end)))
                    .append(") or true ");
            at = end;
        }
        return out.toString();
    }

    private static int where(String text, int from) {
        var found = Pattern.compile("\\bwhere\\b").matcher(text);
        return found.find(from) ? found.start() : -1;
    }

    /** Where the condition ends: at a word that begins the next clause, or at the bracket that the question stands in. */
    private static int end(String text, int begin) {
        int depth = 0;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                return i;
            } else if (depth == 0
                    && Character.isWhitespace(text.charAt(i - 1))
                    && END.matcher(text.substring(i).replace('\n', ' ')).matches()) {
                return i;
            }
        }
        return text.length();
    }
}
