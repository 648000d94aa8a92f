package muhafiz.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a prohibition may ask about the item, the person or the recipient. */
public enum Situation {
    RESTRICTED("restricted"),
    LEGAL_HOLD("legal_hold"),
    PERSON_HAS_OR_HAD_AN_ASYLUM_FILE("person_has_or_had_an_asylum_file"),
    REVEALS_SECRET_OF_ORIGIN_OF_MINOR("reveals_secret_of_origin_of_minor"),
    CELL_BELOW_THRESHOLD_OR_RECOVERABLE("cell_below_threshold_or_recoverable"),
    AUTHORITIES_OF_COUNTRY_OF_ORIGIN("authorities_of_country_of_origin"),
    FOREIGN_RECIPIENT("foreign_recipient"),
    ADEQUATE_PROTECTION_RECORDED("adequate_protection_recorded"),
    SUBJECT_CONSENT("subject_consent"),
    LEGAL_CLAIM("legal_claim"),
    RIGHTS_OF_ANOTHER_PERSON("rights_of_another_person"),
    IMPORTANT_PUBLIC_INTEREST("important_public_interest");

    private final String word;

    Situation(String word) {
        this.word = word;
    }

    /** As the policy spells it. */
    public String word() {
        return word;
    }

    public static Optional<Situation> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
    }
}
