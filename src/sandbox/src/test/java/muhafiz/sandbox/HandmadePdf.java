package muhafiz.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF written object by object; the first is the catalogue. */
final class HandmadePdf {
    private final StringBuilder text = new StringBuilder("%PDF-1.4\n");
    private final List<Integer> offsets = new ArrayList<>();

    void object(String body) {
        offsets.add(text.length());
        text.append(offsets.size()).append(" 0 obj").append(body).append("endobj\n");
    }

    byte[] bytes() {
        int table = text.length();
        text.append("xref\n0 ").append(offsets.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> text.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        text.append("trailer<</Size ").append(offsets.size() + 1).append("/Root 1 0 R>>\n");
        text.append("startxref\n").append(table).append("\n%%EOF\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
