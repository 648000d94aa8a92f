package muhafiz.service.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muhafiz.inspect.FieldTerm;

/**
 * What a scan must be to be read by people (policy, {@code document_kinds.defaults}: clear, legible). A machine only remarks: the applicant is
 * told at once and may replace the document, and an officer's word beats the machine's. The codes are those of an officer's refusal.
 */
final class ScanLimits {
    /** Of the longer edge, in ten-thousandths: 0.25 mm of a passport's page, where its machine-readable letters begin to run together. */
    private static final int MOST_BLUR = 20;

    /** Pixels of the longer edge; a page of a passport at 80 dpi. */
    private static final int LEAST_EDGE = 400;

    /** Beneath it nothing is written on any page that was looked at. */
    private static final int BLANK = 20;

    private static final int LEAST_CONTRAST = 60;

    /** Beneath it all lies in the dark. */
    private static final int LEAST_BRIGHTNESS = 90;

    private ScanLimits() {}

    /** What is wrong with it, as codes; nothing where it was not measured. */
    static List<String> remarks(Map<String, String> metadata) {
        if (number(metadata, FieldTerm.QUALITY).isEmpty()) {
            return List.of();
        }
        int contrast = number(metadata, FieldTerm.QUALITY_CONTRAST).orElse(0);
        if (contrast < BLANK) {
            return List.of("blank-page");
        }
        List<String> remarks = new ArrayList<>();
        if (contrast < LEAST_CONTRAST
                || number(metadata, FieldTerm.QUALITY_BRIGHTEST).orElse(0) < LEAST_BRIGHTNESS) {
            remarks.add("not-clear");
        }
        if (number(metadata, FieldTerm.QUALITY_EDGE).orElse(0) < LEAST_EDGE
                || number(metadata, FieldTerm.QUALITY_BLUR).orElse(0) >= MOST_BLUR) {
            remarks.add("not-legible");
        }
        return remarks;
    }

    private static Optional<Integer> number(Map<String, String> metadata, FieldTerm term) {
        return Optional.ofNullable(metadata.get(term.term())).map(Integer::valueOf);
    }
}
