package muhafiz.itest.stand;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a PDF by hand, so that nothing in it is compressed: what the tests look for stands in it in clear. */
final class SmallPdf {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();
    private final String text;
    private final int ballast;

    SmallPdf(String text) {
        this(text, 0);
    }

    SmallPdf(String text, int ballast) {
        this.text = text;
        this.ballast = ballast;
    }

    byte[] bytes() {
        print("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>");
        stream("BT /F1 18 Tf 72 720 Td (" + text.replace("\n", ") Tj 0 -24 Td (") + ") Tj ET");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        object("<< /Title (" + text.replace('\n', ' ') + ") /Producer (Muhafiz itest) >>");
        if (ballast > 0) {
            stream("%" + (text + " ").repeat(ballast / (text.length() + 1) + 1).substring(0, ballast));
        }
        trailer();
        return out.toByteArray();
    }

    private void stream(String content) {
        object("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
    }

    private void object(String content) {
        places.add(out.size());
        print(places.size() + " 0 obj\n" + content + "\nendobj\n");
    }

    private void trailer() {
        int start = out.size();
        print("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> print("%010d 00000 n \n".formatted(place)));
        print("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R /Info 6 0 R >>\nstartxref\n" + start
                + "\n%%EOF\n");
    }

    private void print(String part) {
        out.writeBytes(part.getBytes(StandardCharsets.ISO_8859_1));
    }
}
