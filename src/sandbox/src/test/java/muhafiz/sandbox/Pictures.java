package muhafiz.sandbox;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures of known content, made by the JDK's ImageIO, and some by hand that no camera would make. */
final class Pictures {
    private Pictures() {}

    static BufferedImage coloured(int width, int height, Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    static byte[] of(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    static byte[] tiff(List<BufferedImage> pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Little-endian TIFF 6.0 of one row of eight white pixels, whose only directory names itself as the next. */
    static byte[] tiffThatNeverEnds() {
        int[][] tags = {
            {256, 8}, {257, 1}, {258, 1}, {259, 1}, {262, 0}, {273, 8 + 2 + 9 * 12 + 4}, {277, 1}, {278, 1}, {279, 1}
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, (byte) tags.length, 0});
        for (int[] tag : tags) {
            out.writeBytes(new byte[] {(byte) tag[0], (byte) (tag[0] >> 8), 4, 0, 1, 0, 0, 0, (byte) tag[1], 0, 0, 0});
        }
        out.writeBytes(new byte[] {8, 0, 0, 0, 0});
        return out.toByteArray();
    }

    /** The head of a PNG that promises so many pixels (PNG specification, 5.6 and 11.2.1). */
    static byte[] bomb(int width, int height) throws IOException {
        byte[] png = of(coloured(8, 8, Color.BLACK), "png");
        for (int i = 0; i < 4; i++) {
            png[16 + i] = (byte) (width >>> (24 - 8 * i));
            png[20 + i] = (byte) (height >>> (24 - 8 * i));
        }
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        for (int i = 0; i < 4; i++) {
            png[29 + i] = (byte) (crc.getValue() >>> (24 - 8 * i));
        }
        return png;
    }

    /** With an Exif segment that says orientation 6: the camera was turned, the picture is seen a quarter clockwise. */
    static byte[] turnedOnce(byte[] jpeg) throws IOException {
        byte[] exif = HexFormat.of()
                .parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000"
                        + "00000000");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
