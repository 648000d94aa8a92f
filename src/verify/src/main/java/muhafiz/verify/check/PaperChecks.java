package muhafiz.verify.check;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.paper.DestructionAct;
import muhafiz.proof.paper.DestructionCertificate;
import muhafiz.proof.paper.PersonListing;
import muhafiz.proof.paper.Receipt;
import muhafiz.proof.tlog.TlogProof;
import muhafiz.verify.line.Arguments;
import muhafiz.verify.line.UnreadableException;

/** The papers by themselves: {@code receipt}, {@code listing}, {@code certificate} and {@code act}. */
final class PaperChecks {
    private PaperChecks() {}

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static Outcome receipt(Arguments arguments) {
        String file = arguments.next("the receipt");
        arguments.end();
        var trust = Trust.of(arguments);
        var proof = Input.read(file, bytes -> TlogProof.parse(text(bytes)));
        var receipt = Input.understood(file, () -> Receipt.of(proof));
        Outcome.Holds holds = receipt(trust, proof, receipt);
        return arguments
                .one("--document")
                .map(document -> ofDocument(holds, receipt, document))
                .orElse(holds);
    }

    static Outcome.Holds receipt(Trust trust, TlogProof proof, Receipt receipt) {
        var checkpoint = trust.accept(proof.checkpoint());
        receipt.requireIn(proof);
        var shown = receipt.leaf().publicPart();
        var holds = Outcome.Holds.of("index", proof.index())
                .and("size", checkpoint.size())
                .and("time", Instant.ofEpochSecond(shown.epochSecond()))
                .and("action", shown.action());
        return receipt.opening()
                .map(Receipt.Opening::document)
                .map(document -> holds.and("document", document.document())
                        .and("kind", document.kind())
                        .and("bytes", document.size())
                        .and("sha256", HexFormat.of().formatHex(document.sha256())))
                .orElse(holds);
    }

    private static Outcome ofDocument(Outcome.Holds holds, Receipt receipt, String file) {
        var document = receipt.opening()
                .map(Receipt.Opening::document)
                .orElseThrow(() -> new UnreadableException("this receipt does not show what was received"));
        boolean same = document.is(Input.bytes(Input.path(file)));
        return same ? holds : new Outcome.Broken(file, "the receipt is about other bytes than these");
    }

    static Outcome listing(Arguments arguments) {
        String file = arguments.next("the listing");
        arguments.end();
        var trust = Trust.of(arguments);
        var listing = Input.read(file, bytes -> PersonListing.parse(text(bytes)));
        Outcome.Holds holds = listing(trust, listing);
        arguments
                .one("--log")
                .map(Input::path)
                .map(LogFolder::new)
                .ifPresent(log -> new Beyond(listing, log).requireNothing());
        return holds;
    }

    static Outcome.Holds listing(Trust trust, PersonListing listing) {
        var checkpoint = trust.accept(listing.checkpoint());
        listing.requireComplete();
        return Outcome.Holds.of("entries", listing.entries().size())
                .and("years", listing.years().size())
                .and("size", checkpoint.size());
    }

    static Outcome act(Arguments arguments) {
        String file = arguments.next("the act");
        arguments.end();
        var trust = Trust.of(arguments);
        return act(trust, Input.read(file, bytes -> DestructionAct.parse(text(bytes))));
    }

    /** An act was signed when its entry was written, so by a key of that time. */
    static Outcome.Holds act(Trust trust, DestructionAct.Signed act) {
        var proof = act.proof().orElseThrow(() -> new UnreadableException("this act comes without its proof"));
        trust.accept(proof.checkpoint());
        act.requireWhole();
        if (act.note().signedBy(trust.keysAt(proof.entry().index())).isEmpty()) {
            throw new BrokenEvidenceException("the act is signed by no key of the log of that time");
        }
        return Outcome.Holds.of("disposition", act.act().frozen().disposition())
                .and("items", act.act().items().size())
                .and("index", proof.entry().index());
    }

    static Outcome certificate(Arguments arguments) {
        String file = arguments.next("the certificate");
        arguments.end();
        var trust = Trust.of(arguments);
        return certificate(trust, Input.read(file, bytes -> DestructionCertificate.parse(text(bytes))));
    }

    static Outcome.Holds certificate(Trust trust, DestructionCertificate certificate) {
        trust.accept(certificate.checkpoint());
        Input.understood("the certificate", () -> {
            certificate.requireProven();
            return certificate;
        });
        var holds = Outcome.Holds.of("order", certificate.order());
        for (DestructionCertificate.Part part : certificate.parts()) {
            holds = holds.and(part.number() == 1 ? "keysDestroyedAt" : "lastRootGoneAt", part.at());
        }
        return holds;
    }
}
