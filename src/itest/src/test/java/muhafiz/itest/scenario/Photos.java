package muhafiz.itest.scenario;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos of known content, made by the JDK, and what a camera or an enemy writes into them. */
final class Photos {
    /** Big-endian Exif 2.3 with one tag, 0x0112: orientation 6, so that the photo is seen a quarter clockwise. */
    private static final byte[] TURNED = HexFormat.of()
            .parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000"
                    + "00000000");

    private Photos() {}

    /** A JPEG whose left half is green and whose right half is blue. */
    static byte[] greenAndBlue(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.GREEN);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        return jpeg(image);
    }

    /** A page with a line of letters, as a camera sees it that is out of focus by that many pixels; 0 is in focus. */
    static byte[] ofPassport(int outOfFocus) throws IOException {
        BufferedImage page = new BufferedImage(1_000, 700, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, page.getWidth(), page.getHeight());
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 34));
        pen.drawString("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", 30, 600);
        pen.drawString("L898902C36UTO7408122F1204159ZE184226B<<<<<10", 30, 655);
        pen.dispose();
        return jpeg(outOfFocus == 0 ? page : blurred(page, 2 * outOfFocus + 1));
    }

    /** By the mean of so many pixels each way, twice. */
    private static BufferedImage blurred(BufferedImage page, int side) {
        float[] weights = new float[side * side];
        Arrays.fill(weights, 1f / weights.length);
        ConvolveOp mean = new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null);
        return mean.filter(mean.filter(page, null), null);
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "jpg", out);
        }
        return bytes.toByteArray();
    }

    static byte[] turnedOnce(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(TURNED);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** The same photo, whose frame header (ITU T.81, B.2.2) promises so many pixels each way. */
    static byte[] bomb(byte[] jpeg, int side) {
        byte[] bomb = jpeg.clone();
        int at = 2;
        while ((bomb[at + 1] & 0xFF) != 0xC0) {
            at += 2 + ((bomb[at + 2] & 0xFF) << 8 | bomb[at + 3] & 0xFF);
        }
        for (int i = 0; i < 4; i += 2) {
            bomb[at + 5 + i] = (byte) (side >> 8);
            bomb[at + 6 + i] = (byte) side;
        }
        return bomb;
    }
}
