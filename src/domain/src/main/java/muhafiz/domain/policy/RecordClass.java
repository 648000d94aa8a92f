package muhafiz.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * What kept items of one sort have in common: whose they are, how delicate, why held, how long.
 *
 * @param names what the public reads; the plain name where the file has none
 * @param owner the group of units they belong to, such as RD
 * @param compartment the closed circle that alone reads them, such as asylum
 * @param purpose why they are held
 * @param basis what makes that lawful
 * @param retention when they end and what happens then
 * @param holdsPersonalData false where they must not contain any
 * @param madeByTheArchive whether no person files them
 */
public record RecordClass(
        String id,
        String name,
        Names names,
        String owner,
        String category,
        Optional<String> compartment,
        Regime regime,
        String purpose,
        Mark purposeMark,
        ClassBasis basis,
        RetentionRule retention,
        boolean holdsPersonalData,
        boolean madeByTheArchive,
        boolean keepsCommitmentForEver) {

    public RecordClass {
        if (retention.disposal() == Disposal.KEEP && holdsPersonalData) {
            throw new IllegalArgumentException("kept for ever with personal data");
        }
    }

    /**
     * The basis of a class.
     *
     * @param basis such as LB-LAW
     * @param act the law; empty is an open point
     * @param article where in the law; empty is an open point
     */
    public record ClassBasis(String basis, Optional<String> act, Optional<String> article, Mark mark) {

        /** Act and article as one text, as far as they are known. */
        public String citation() {
            return String.join(" ", List.of(basis, act.orElse("?"), article.orElse("?")));
        }
    }
}
