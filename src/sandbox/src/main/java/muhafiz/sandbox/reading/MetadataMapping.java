package muhafiz.sandbox.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muhafiz.inspect.FieldTerm;
import org.apache.tika.metadata.Metadata;

/**
 * Tika's keys to the archive's terms. The one place that knows how Tika spells: Tika 4 renames many keys, and only
 * this table changes then. For each term the keys are tried in order; the first that yields a value counts.
 */
final class MetadataMapping {
    private static final Map<FieldTerm, List<String>> KEYS = keys();
    private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]{1,9})\\b.*", Pattern.DOTALL);

    private MetadataMapping() {}

    private static Map<FieldTerm, List<String>> keys() {
        Map<FieldTerm, List<String>> keys = new EnumMap<>(FieldTerm.class);
        keys.put(FieldTerm.TITLE, List.of("dc:title", "pdf:docinfo:title"));
        keys.put(FieldTerm.CREATOR, List.of("dc:creator", "pdf:docinfo:creator", "Message-From"));
        keys.put(FieldTerm.SUBJECT, List.of("dc:subject", "pdf:docinfo:subject", "meta:keyword"));
        keys.put(FieldTerm.DESCRIPTION, List.of("dc:description"));
        keys.put(FieldTerm.PUBLISHER, List.of("dc:publisher", "extended-properties:Company"));
        keys.put(FieldTerm.LANGUAGE, List.of("dc:language", "pdf:language", "language"));
        keys.put(FieldTerm.FORMAT, List.of(Metadata.CONTENT_TYPE));
        keys.put(FieldTerm.PAGES, List.of("xmpTPg:NPages", "meta:page-count", "meta:slide-count"));
        keys.put(FieldTerm.WIDTH, List.of("tiff:ImageWidth", "Image Width", "width"));
        keys.put(FieldTerm.HEIGHT, List.of("tiff:ImageLength", "Image Height", "height"));
        keys.put(FieldTerm.CREATED, List.of("dcterms:created", "pdf:docinfo:created", "exif:DateTimeOriginal"));
        keys.put(FieldTerm.MODIFIED, List.of("dcterms:modified", "pdf:docinfo:modified"));
        keys.put(
                FieldTerm.PRODUCER,
                List.of(
                        "pdf:docinfo:producer",
                        "pdf:producer",
                        "extended-properties:Application",
                        "tiff:Software",
                        "xmp:CreatorTool",
                        "Message:Raw-Header:X-Mailer"));
        return keys;
    }

    /** The archive's terms for what Tika found, sorted by term. */
    static Map<String, String> terms(Metadata metadata) {
        Map<String, String> terms = new TreeMap<>();
        KEYS.forEach((term, keys) -> keys.stream()
                .flatMap(key -> value(term, metadata.getValues(key)).stream())
                .findFirst()
                .ifPresent(value -> terms.put(term.term(), value)));
        return terms;
    }

    private static Optional<String> value(FieldTerm term, String[] told) {
        Stream<String> values = Stream.of(told).map(Bounded::value).filter(v -> !v.isEmpty());
        Optional<String> value = switch (term) {
            case FORMAT -> values.findFirst().map(MetadataMapping::withoutParameters);
            case PAGES,
                    WIDTH,
                    HEIGHT,
                    QUALITY,
                    QUALITY_EDGE,
                    QUALITY_BLUR,
                    QUALITY_CONTRAST,
                    QUALITY_BRIGHTEST,
                    MRZ_CONFIDENCE -> values.findFirst().flatMap(MetadataMapping::number);
            case CREATED, MODIFIED -> values.findFirst().flatMap(MetadataMapping::instant);
            case TITLE, CREATOR, SUBJECT, DESCRIPTION, PUBLISHER, LANGUAGE, PRODUCER, MRZ ->
                Optional.of(Bounded.value(values.distinct().collect(Collectors.joining("; "))));
        };
        return value.filter(term::allows);
    }

    private static String withoutParameters(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The number a value begins with: {@code 1200} and {@code 1200 pixels} are both 1200. */
    private static Optional<String> number(String value) {
        Matcher matcher = NUMBER.matcher(value);
        return matcher.matches() ? Optional.of(Long.toString(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** A time without a zone, as cameras write it, is taken as UTC; the raw value stays beside it. */
    private static Optional<String> instant(String value) {
        try {
            Instant instant = value.matches(".*(?:Z|[+-][0-9]{2}:?[0-9]{2})$")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
            return Optional.of(instant.truncatedTo(ChronoUnit.SECONDS).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
