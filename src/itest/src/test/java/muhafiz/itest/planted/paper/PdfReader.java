package muhafiz.itest.planted.paper;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads a PDF where it is only written. */
class PdfReader {
    PDDocument read(byte[] hostile) throws IOException {
        return Loader.loadPDF(hostile);
    }
}
