package muhafiz.service.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muhafiz.domain.letter.MailHead;
import muhafiz.service.Refusal;
import muhafiz.service.RefusedException;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an e-mail into its parts (RFC 5322, RFC 2045 to 2047), in memory and in one pass. Nothing of a part is interpreted but its transfer
 * encoding and, of text, its character set; a mail within a mail stays whole. Instances are used once, by one thread.
 */
public final class MailReader {
    /** Bytes of a whole message. */
    public static final int LONGEST = 10 << 20;

    /** Parts that are no containers. */
    public static final int PARTS = 100;

    /** Containers within containers. */
    public static final int DEEPEST = 20;

    private static final int FIELDS = 500;
    private static final int LONGEST_FIELD = 64 << 10;
    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxHeaderCount(FIELDS)
            .setMaxHeaderLen(LONGEST_FIELD)
            .setMaxLineLen(LONGEST_FIELD)
            .setMaxContentLen(LONGEST)
            .build();

    private final Map<String, String> head = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Mail.Attachment> attachments = new ArrayList<>();
    private Map<String, RawField> ofPart = new HashMap<>();
    private int depth;
    private int parts;

    private MailReader() {}

    /** @throws RefusedException {@code malformed} where it is no e-mail, or beyond a limit */
    public static Mail read(byte[] message) {
        MailReader reader = new MailReader();
        try {
            reader.walk(new ByteArrayInputStream(message));
        } catch (IOException | MimeException | IllegalArgumentException e) {
            throw new RefusedException(Refusal.MALFORMED, "the message cannot be read as an e-mail");
        }
        if (reader.head.isEmpty()) {
            throw new RefusedException(Refusal.MALFORMED, "the message has no head");
        }
        return new Mail(new MailHead(reader.head), reader.text.toString().strip(), reader.attachments);
    }

    private void walk(InputStream message) throws IOException, MimeException {
        MimeTokenStream stream = new MimeTokenStream(LIMITS);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(message);
        for (EntityState at = stream.getState(); at != EntityState.T_END_OF_STREAM; at = stream.next()) {
            switch (at) {
                case T_START_HEADER -> ofPart = new HashMap<>();
                case T_FIELD -> field(stream.getField());
                case T_START_MULTIPART -> deeper();
                case T_END_MULTIPART -> depth--;
                case T_BODY -> body(stream);
                default -> {} // the rest opens and closes what is looked at above
            }
        }
    }

    private void field(Field field) {
        RawField raw =
                RawField.class.isInstance(field) ? (RawField) field : new RawField(field.getName(), field.getBody());
        ofPart.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), raw);
        if (depth == 0) {
            head.putIfAbsent(field.getName(), decoded(field.getBody()));
        }
    }

    private static String decoded(String value) {
        return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new RefusedException(
                    Refusal.MALFORMED, "a message has at most " + DEEPEST + " levels of parts within parts");
        }
    }

    private void body(MimeTokenStream stream) throws IOException {
        parts++;
        if (parts > PARTS) {
            throw new RefusedException(Refusal.MALFORMED, "a message has at most " + PARTS + " parts");
        }
        BodyDescriptor what = stream.getBodyDescriptor();
        byte[] bytes = stream.getDecodedInputStream().readAllBytes();
        Optional<String> name = fileName();
        if (what.getMimeType().equalsIgnoreCase("text/plain") && name.isEmpty() && !isAttached()) {
            text.append(new String(bytes, charset(what.getCharset()))).append('\n');
        } else if (bytes.length > 0) {
            attachments.add(new Mail.Attachment(name, bytes));
        }
    }

    private boolean isAttached() {
        return parameters("content-disposition")
                .map(RawBody::getValue)
                .filter("attachment"::equalsIgnoreCase)
                .isPresent();
    }

    private Optional<String> fileName() {
        return parameter("content-disposition", "filename")
                .or(() -> parameter("content-type", "name"))
                .map(MailReader::decoded);
    }

    private Optional<String> parameter(String field, String name) {
        return parameters(field).stream()
                .flatMap(body -> body.getParams().stream())
                .filter(pair -> pair.getName().equalsIgnoreCase(name))
                .map(NameValuePair::getValue)
                .findFirst();
    }

    private Optional<RawBody> parameters(String field) {
        return Optional.ofNullable(ofPart.get(field)).map(RawFieldParser.DEFAULT::parseRawBody);
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
