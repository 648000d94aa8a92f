package muhafiz.itest.planted.service;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Decodes a picture where nothing hostile is decoded. */
class PictureReader {
    BufferedImage read(byte[] hostile) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(hostile));
    }
}
