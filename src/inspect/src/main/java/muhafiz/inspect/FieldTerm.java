package muhafiz.inspect;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The archive's own words for what a parser may say about a document. A term outside this list is refused.
 *
 * <p>Dublin Core terms keep the names of ISO 15836-1; the rest are the field's plain nouns.
 */
public enum FieldTerm {
    TITLE("dc:title", Shape.TEXT),
    CREATOR("dc:creator", Shape.TEXT),
    SUBJECT("dc:subject", Shape.TEXT),
    DESCRIPTION("dc:description", Shape.TEXT),
    PUBLISHER("dc:publisher", Shape.TEXT),
    /** BCP 47 language tag, as the document claims. */
    LANGUAGE("dc:language", Shape.TEXT),
    /** Media type found by content. */
    FORMAT("dc:format", Shape.MEDIA_TYPE),
    PAGES("pages", Shape.COUNT),
    /** Pixels. */
    WIDTH("width", Shape.COUNT),
    /** Pixels. */
    HEIGHT("height", Shape.COUNT),
    /** How a scan was measured: a version, under which the same page always gets the same numbers. */
    QUALITY("quality", Shape.COUNT),
    /** Pixels of the longer edge, as the page was measured. */
    QUALITY_EDGE("quality:edge", Shape.COUNT),
    /** Softness of the sharpest edges in ten-thousandths of the longer edge. */
    QUALITY_BLUR("quality:blur", Shape.COUNT),
    /** Between the darkest and the brightest of the page, 0 to 255. */
    QUALITY_CONTRAST("quality:contrast", Shape.COUNT),
    /** What 99 of 100 pixels do not exceed in brightness, 0 to 255. */
    QUALITY_BRIGHTEST("quality:brightest", Shape.COUNT),
    /** The lines of a machine-readable zone, parted by a space. */
    MRZ("mrz", Shape.ZONE),
    /** How sure the machine is of the least sure of its letters, 0 to 100; of text, 100. */
    MRZ_CONFIDENCE("mrz:confidence", Shape.COUNT),
    CREATED("created", Shape.INSTANT),
    MODIFIED("modified", Shape.INSTANT),
    /** The program that wrote the file. */
    PRODUCER("producer", Shape.TEXT);

    private final String term;
    private final Shape shape;

    FieldTerm(String term, Shape shape) {
        this.term = term;
        this.shape = shape;
    }

    /** The name under which the value is kept, such as {@code dc:title}. */
    public String term() {
        return term;
    }

    /** Whether {@code value} has the shape this term needs. */
    public boolean allows(String value) {
        return shape.pattern.matcher(value).matches();
    }

    /** The term of that name; empty when there is none. */
    public static Optional<FieldTerm> of(String term) {
        return Arrays.stream(values()).filter(t -> t.term.equals(term)).findFirst();
    }

    private enum Shape {
        TEXT("(?s).+"),
        MEDIA_TYPE("[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,100}"),
        ZONE("[A-Z0-9<]{30,44}( [A-Z0-9<]{30,44}){1,2}"),
        COUNT("0|[1-9][0-9]{0,9}"),
        /** RFC 3339 in UTC, whole seconds. */
        INSTANT("[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z");

        private final Pattern pattern;

        Shape(String regex) {
            this.pattern = Pattern.compile(regex);
        }
    }
}
