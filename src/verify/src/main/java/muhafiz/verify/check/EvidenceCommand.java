package muhafiz.verify.check;

import java.time.InstantSource;
import java.util.List;
import muhafiz.proof.evidence.Anchors;
import muhafiz.proof.evidence.DataObject;
import muhafiz.proof.evidence.EvidenceCheck;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** An evidence record of RFC 4998: {@code evidence RECORD FILE…}. */
final class EvidenceCommand {
    private EvidenceCommand() {}

    static Outcome run(Arguments arguments, InstantSource clock) {
        byte[] record = Input.bytes(Input.path(arguments.next("the evidence record")));
        List<DataObject> objects =
                arguments.rest().stream().map(Input::path).map(DataObject::file).toList();
        if (objects.isEmpty()) {
            throw new UnreadableException("the files that the record is over are missing");
        }
        String anchor = arguments
                .one("--anchor")
                .orElseThrow(
                        () -> new UnreadableException("--anchor names the certificate whose time stamps are believed"));
        var check = new EvidenceCheck(Input.read(anchor, Anchors::read), clock.instant());
        EvidenceCheck.Finding finding = check.check(record, objects);
        if (finding instanceof EvidenceCheck.Finding.Broken broken) {
            return new Outcome.Broken(broken.position(), broken.why());
        }
        var holds = (EvidenceCheck.Finding.Holds) finding;
        return Outcome.Holds.of("existedBy", holds.existedBy())
                .and("renewBefore", holds.renewBefore())
                .and("timeStamps", holds.stamps())
                .and("revocation", revocation(holds.unlisted()));
    }

    private static String revocation(int unlisted) {
        return unlisted == 0
                ? "no list in the record names a signer"
                : "not known of " + unlisted
                        + " time stamps: no revocation list of their signers' issuers is in the record";
    }
}
