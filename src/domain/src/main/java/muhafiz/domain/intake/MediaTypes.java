package muhafiz.domain.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The media type of a file by its first bytes, never by its name (policy DOC-1). It knows the types a person is likely to send,
 * so that a refusal can name what was found; anything else is {@code application/octet-stream} or, where every byte is
 * printable, {@code text/plain}. It reads no further than {@link #HEAD} bytes and runs no parser.
 */
public final class MediaTypes {
    /** Bytes of the head that are looked at. */
    public static final int HEAD = 4096;

    private static final int PDF_WINDOW = 1024;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Magic(int offset, byte[] bytes, String type) {
        boolean matches(byte[] head) {
            return head.length >= offset + bytes.length
                    && Arrays.equals(head, offset, offset + bytes.length, bytes, 0, bytes.length);
        }
    }

    private static final List<Magic> MAGICS = List.of(
            magic(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
            magic(0, "\u0089PNG\r\n\u001a\n", "image/png"),
            magic(0, "GIF87a", "image/gif"),
            magic(0, "GIF89a", "image/gif"),
            magic(0, "II*\0", "image/tiff"),
            magic(0, "MM\0*", "image/tiff"),
            magic(8, "WEBP", "image/webp"),
            magic(4, "ftypheic", "image/heic"),
            magic(4, "ftypmif1", "image/heif"),
            magic(4, "ftyp", "video/mp4"),
            magic(0, "BM", "image/bmp"),
            magic(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-ole-storage"),
            magic(0, "{\\rtf", "application/rtf"),
            magic(0, "%!PS", "application/postscript"),
            magic(0, "\u001f\u008b", "application/gzip"),
            magic(0, "7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
            magic(0, "Rar!\u001a\u0007", "application/vnd.rar"),
            magic(0, "MZ", "application/x-msdownload"),
            magic(0, "\u007fELF", "application/x-elf"),
            magic(0, "<?xml", "application/xml"),
            magic(0, "<!DOCTYPE html", "text/html"),
            magic(0, "<html", "text/html"));

    private MediaTypes() {}

    /** The type of the file that begins with {@code head}; an empty file is {@code application/octet-stream}. */
    public static String detect(byte[] head) {
        String latin = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004") || latin.startsWith("PK\u0005\u0006")) {
            return zipType(latin);
        }
        for (Magic magic : MAGICS) {
            if (magic.matches(head)) {
                return magic.type();
            }
        }
        return textOrUnknown(latin);
    }

    private static String textOrUnknown(String latin) {
        int pdf = latin.indexOf("%PDF-");
        if (pdf >= 0 && pdf < PDF_WINDOW) {
            return "application/pdf";
        }
        if (latin.isEmpty() || latin.chars().anyMatch(MediaTypes::isControl)) {
            return "application/octet-stream";
        }
        return isMail(latin) ? "message/rfc822" : "text/plain";
    }

    private static String zipType(String latin) {
        if (latin.contains("word/")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (latin.contains("xl/")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        if (latin.contains("ppt/")) {
            return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
        }
        if (latin.contains("mimetypeapplication/vnd.oasis.opendocument.text")) {
            return "application/vnd.oasis.opendocument.text";
        }
        return "application/zip";
    }

    private static boolean isMail(String text) {
        String firstLine = text.lines().findFirst().orElse("");
        return firstLine.matches(
                "(?i)(from|return-path|received|delivered-to|date|subject|to|message-id|mime-version|content-type|x-[a-z-]+): ?.*");
    }

    private static boolean isControl(int character) {
        return character < 0x20 && character != '\n' && character != '\r' && character != '\t' && character != '\f';
    }

    private static Magic magic(int offset, String latin, String type) {
        return new Magic(offset, latin.getBytes(StandardCharsets.ISO_8859_1), type);
    }
}
