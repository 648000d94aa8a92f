package muhafiz.itest.disk;

import java.io.ByteArrayOutputStream;

/** Takes the page heads out of a WAL segment, which cut records in two (src/include/access/xlog_internal.h). */
final class WalPages {
    private static final int PAGE = 8192;
    private static final int SHORT_HEAD = 24;
    private static final int LONG_HEAD = 40;
    private static final int HAS_LONG_HEAD = 0x0002;

    private WalPages() {}

    /** The records of a segment in one piece. */
    static byte[] joined(byte[] segment, int length) {
        ByteArrayOutputStream records = new ByteArrayOutputStream(length);
        for (int page = 0; page < length; page += PAGE) {
            int end = Math.min(page + PAGE, length);
            int head = (info(segment, page, end) & HAS_LONG_HEAD) != 0 ? LONG_HEAD : SHORT_HEAD;
            if (page + head < end) {
                records.write(segment, page + head, end - page - head);
            }
        }
        return records.toByteArray();
    }

    /** The second half-word of a page's head. */
    private static int info(byte[] segment, int page, int end) {
        return page + 3 < end ? segment[page + 2] & 0xff | (segment[page + 3] & 0xff) << 8 : 0;
    }
}
