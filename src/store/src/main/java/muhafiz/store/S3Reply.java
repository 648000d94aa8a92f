package muhafiz.store;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the store answered to one request.
 *
 * @param status of HTTP
 * @param code of S3, such as NoSuchKey; empty when there was none
 * @param length the Content-Length, where given
 * @param label what the object carries under our name for it, unread
 * @param body the object's bytes as far as asked for; empty for anything else
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record S3Reply(int status, String code, OptionalLong length, Optional<String> label, byte[] body) {
    private static final Set<Integer> TEMPORARY = Set.of(408, 409, 425, 429, 500, 502, 503, 504, 507);
    private static final Set<String> GARBLED =
            Set.of("BadDigest", "IncompleteBody", "RequestTimeout", "XAmzContentSHA256Mismatch");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{0,64}");
    private static final Pattern CODE_ELEMENT = Pattern.compile("<Code>([A-Za-z0-9]{1,64})</Code>");

    /** {@code code} is the server's word: kept only if it is a plain one. */
    static S3Reply refusal(int status, String code) {
        String plain = CODE.matcher(code).matches() ? code : "";
        return new S3Reply(status, plain, OptionalLong.empty(), Optional.empty(), new byte[0]);
    }

    /** What the caller can do about it. */
    enum Verdict {
        DONE,
        /** No such object, or not that long. */
        MISSING,
        /** The name is taken. */
        EXISTS,
        /** Worth another attempt. */
        LATER,
        /** No attempt will change it. */
        REFUSED
    }

    Verdict verdict() {
        if (status >= 200 && status < 300) {
            return Verdict.DONE;
        }
        if (TEMPORARY.contains(status) || GARBLED.contains(code)) {
            return Verdict.LATER;
        }
        return switch (status) {
            case 404 -> code.equals("NoSuchBucket") ? Verdict.REFUSED : Verdict.MISSING;
            case 412 -> Verdict.EXISTS;
            case 416 -> Verdict.MISSING;
            default -> Verdict.REFUSED;
        };
    }

    /** The code out of S3's error document: its only part that is ours to repeat. */
    static String codeIn(String errorDocument) {
        var matcher = CODE_ELEMENT.matcher(errorDocument);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** For messages. */
    @Override
    public String toString() {
        return status + (code.isEmpty() ? "" : " " + code);
    }
}
