package muhafiz.itest.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muhafiz.itest.stand.Sample;

/** A PDF written object by object (ISO 32000-1, 7.5); the first is the catalogue, and the cross-reference table is right. */
final class PdfOfObjects {
    private final StringBuilder text = new StringBuilder("%PDF-1.4\n");
    private final List<Integer> places = new ArrayList<>();

    void object(String body) {
        places.add(text.length());
        text.append(places.size()).append(" 0 obj").append(body).append("endobj\n");
    }

    Sample sample() {
        int table = text.length();
        text.append("xref\n0 ").append(places.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> text.append(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        text.append("trailer<</Size ").append(places.size() + 1).append("/Root 1 0 R>>\n");
        text.append("startxref\n").append(table).append("\n%%EOF\n");
        return new Sample("application/pdf", text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
