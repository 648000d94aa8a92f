package muhafiz.domain.policy;

import java.util.Optional;
import muhafiz.domain.calendar.TimeLimit;

/**
 * One of the sixteen things a person can ask the service for.
 *
 * @param number 1 to 16
 * @param recordClass the class of its files
 * @param applicantRole who applies, where it is not the person concerned
 * @param fee empty where the fee is not known
 * @param decideWithin empty where no term is known
 * @param applyWithin how long after the arrival in the country somebody has time to apply; later comers are flagged, never refused
 * @param about the rest of the entry: validity, consent of a child
 */
public record EService(
        int number,
        String id,
        Names names,
        String recordClass,
        Checklist checklist,
        Optional<Fee> fee,
        Optional<DecideWithin> decideWithin,
        Optional<TimeLimit> applyWithin,
        Optional<String> applicantRole,
        Part.Fields about,
        Footing footing) {

    public EService {
        if (number < 1 || number > 16) {
            throw new IllegalArgumentException("e-services are numbered 1 to 16, was " + number);
        }
        if (fee.filter(Fee::isFree).isPresent() && checklist.required().contains("payment_receipt")) {
            throw new IllegalArgumentException("free, but asks for a payment receipt");
        }
    }

    public boolean isFree() {
        return fee.filter(Fee::isFree).isPresent();
    }
}
