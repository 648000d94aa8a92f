package muhafiz.itest.stand;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A file to upload, and the type it is announced as. */
public record Sample(String mediaType, byte[] bytes) {
    /** A PDF 1.4 of one page that shows the text and names it as its title (ISO 32000-1, 7.5). */
    public static Sample pdf(String text) {
        return new Sample("application/pdf", new SmallPdf(text).bytes());
    }

    /** The same with so many bytes of a further stream behind the page. */
    public static Sample pdf(String text, int ballast) {
        return new Sample("application/pdf", new SmallPdf(text, ballast).bytes());
    }

    /** A small JPEG photo whose comment segment (ITU T.81, B.2.4.5) holds the text. */
    public static Sample jpeg(String comment) {
        BufferedImage image = new BufferedImage(120, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillOval(20, 20, 80, 120);
        graphics.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(plain)) {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sample("image/jpeg", withComment(plain.toByteArray(), comment));
    }

    private static byte[] withComment(byte[] jpeg, String comment) {
        byte[] text = comment.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2); // SOI
        out.writeBytes(
                new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) ((text.length + 2) >> 8), (byte) (text.length + 2)});
        out.writeBytes(text);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
