package muhafiz.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Uploads made to hurt whoever takes or reads them, each a little different from the last of its sort.
 *
 * @param sort what it tries
 * @param fileName as the sender calls it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Hostile(String sort, String fileName, byte[] bytes) {
    private static final int UNPACKED = 512 << 20;
    private static final int KEYS = 200_000;
    private static final List<Maker> MAKERS = List.of(
            number -> new Hostile("deflated bomb", "a.pdf", bomb(number)),
            number -> new Hostile("page tree that is its own child", "a.pdf", loop(number)),
            number -> new Hostile("200,000 metadata keys", "a.pdf", keys(number)),
            number -> new Hostile("PDF and ZIP at once", "a.pdf", polyglot(number)),
            number -> new Hostile("cut in the middle", "a.pdf", cut(number)),
            number -> new Hostile("picture of 65,500 by 65,500", "a.jpg", hugePicture(number)),
            number -> new Hostile("path in the name", "../../../../etc/cron.d/" + number, page("path " + number)),
            number -> new Hostile(
                    "header in the name", "a.pdf\\\"; x=\\\"%0d%0aSet-Cookie: a=b", page("header " + number)),
            number -> new Hostile("program", "a.pdf", program(number)),
            number -> new Hostile("nested arrays", "a.pdf", nested(number)));

    private interface Maker {
        Hostile of(int number);
    }

    static Hostile of(int number) {
        return MAKERS.get(number % MAKERS.size()).of(number);
    }

    private static byte[] page(String text) {
        return pdf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", "<</Title(" + text + ")>>");
    }

    private static byte[] pdf(String page, String info) {
        return latin(
                "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
                        + "3 0 obj" + page + "endobj\n4 0 obj" + info
                        + "endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n");
    }

    private static byte[] bomb(int number) {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (OutputStream out = deflating(deflating(twice))) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int written = 0; written < UNPACKED; written += spaces.length) {
                out.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String content = "<</Filter[/FlateDecode/FlateDecode]/Length " + twice.size() + ">>\nstream\n"
                + twice.toString(StandardCharsets.ISO_8859_1) + "\nendstream ";
        return pdf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/N " + number + ">>", content);
    }

    private static OutputStream deflating(OutputStream out) {
        return new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION), 1 << 16);
    }

    private static byte[] loop(int number) {
        return latin(
                "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/N " + number
                        + ">>endobj\n2 0 obj<</Type/Pages/Count 9/Kids[2 0 R]/Parent 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    private static byte[] keys(int number) {
        StringBuilder info = new StringBuilder("<<");
        for (int key = 0; key < KEYS; key++) {
            info.append("/K").append(key).append("(v)");
        }
        return pdf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>", info + "/N " + number + ">>");
    }

    private static byte[] polyglot(int number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(page("polyglot " + number));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../evil.sh"));
            zip.write(latin("rm -rf /"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] cut(int number) {
        byte[] whole = keys(number);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** A frame header (ITU T.81, B.2.2) that promises four thousand million pixels, and nothing behind it. */
    private static byte[] hugePicture(int number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1});
        out.writeBytes(new byte[] {0, 0, 1, 0, 1, 0, 0});
        out.writeBytes(
                new byte[] {(byte) 0xFF, (byte) 0xC0, 0, 17, 8, (byte) 0xFF, (byte) 0xDC, (byte) 0xFF, (byte) 0xDC, 3});
        out.writeBytes(new byte[] {1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0});
        byte[] rubbish = new byte[1_000];
        new Random(number).nextBytes(rubbish);
        out.writeBytes(rubbish);
        return out.toByteArray();
    }

    private static byte[] program(int number) {
        return latin("MZ this is a program, number " + number + " ".repeat(100_000));
    }

    private static byte[] nested(int number) {
        return pdf(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/N " + number + "/A" + "[".repeat(100_000)
                        + "]".repeat(100_000) + ">>",
                "<<>>");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
