package muhafiz.proof.evidence;

import java.io.IOException;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;

/**
 * Reads an evidence record against its data (RFC 4998 §5.3), without Bouncy Castle's own check, which looks at the newest chain only.
 *
 * <p>Each time stamp must cover what came before it, be signed by somebody certified under an anchor, and be made before the one before
 * it ended. A list of revoked certificates counts for all stamps of the record: the later ones know more. The newest must not have ended by {@code now}. The group must be whole: a hash of the first list that no object has is an
 * orphan, and the record does not hold.
 *
 * @param anchors whose time stamps are believed
 * @param now the moment of the check
 */
public record EvidenceCheck(Anchors anchors, Instant now) {
    /** What came of it. */
    public sealed interface Finding {
        /**
         * The record holds.
         *
         * @param existedBy by when the objects were what they are
         * @param renewBefore when the newest signer's certificate ends, and the record with it unless it is renewed
         * @param stamps how many time stamps it has
         * @param unlisted of how many of them no list of the signer's issuer is in the record: whether it was revoked is not known
         */
        record Holds(Instant existedBy, Instant renewBefore, int stamps, int unlisted) implements Finding {}

        /**
         * It does not.
         *
         * @param position the first bad one, such as {@code chain 1, time stamp 2}, counted from 1
         */
        record Broken(String position, String why) implements Finding {}
    }

    /** The bytes of a record against the objects it is over, in any order. Never throws for what is in them. */
    public Finding check(byte[] record, List<DataObject> objects) {
        try {
            return check(EvidenceRecord.parse(record), objects);
        } catch (BrokenStampException e) {
            return new Finding.Broken("record", String.valueOf(e.getMessage()));
        }
    }

    /** The same for a record that was parsed. */
    public Finding check(EvidenceRecord record, List<DataObject> objects) {
        Walk walk = new Walk(record, objects);
        try {
            return walk.go();
        } catch (BrokenStampException e) {
            return new Finding.Broken(walk.position(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) { // by a parser that was given nonsense
            return new Finding.Broken(walk.position(), "it cannot be read");
        } catch (IOException e) {
            return new Finding.Broken("objects", String.valueOf(e.getMessage()));
        }
    }

    /** One reading of one record, from its oldest time stamp to its newest. */
    private final class Walk {
        private final EvidenceRecord record;
        private final List<DataObject> objects;
        private final List<X509CRL> lists = new ArrayList<>();
        private int unlisted;
        private int chain;
        private int stamp;

        private Walk(EvidenceRecord record, List<DataObject> objects) {
            this.record = record;
            this.objects = List.copyOf(objects);
        }

        private String position() {
            return "chain " + (chain + 1) + ", time stamp " + (stamp + 1);
        }

        /** What cannot be read is named when its turn comes. */
        private static List<X509CRL> listsIn(ArchiveTimeStamp made) {
            try {
                return StampSigner.listsIn(TimeStamp.of(made.getTimeStamp()));
            } catch (RuntimeException unread) {
                return List.of();
            }
        }

        private Finding go() throws IOException {
            record.chains().forEach(stamps -> stamps.forEach(made -> lists.addAll(listsIn(made))));
            Instant ends = Instant.MIN;
            for (chain = 0; chain < record.chains().size(); chain++) {
                List<ArchiveTimeStamp> stamps = record.chains().get(chain);
                EvidenceHash hash =
                        TimeStamp.of(stamps.get(0).getTimeStamp()).imprint().hash();
                for (stamp = 0; stamp < stamps.size(); stamp++) {
                    ends = check(new ReducedTree(stamps.get(stamp), hash), covered(hash));
                }
            }
            return new Finding.Holds(record.first().at(), ends, record.stamps(), unlisted);
        }

        private Instant check(ReducedTree tree, List<ReducedTree.Named> covered) {
            TimeStamp made = tree.stamp();
            StampSigner.Believed believed = made.believe(tree.rootOver(covered), anchors, next().orElse(now), lists);
            unlisted += believed.listed() ? 0 : 1;
            return believed.ends();
        }

        /** When the next time stamp over this one was made. */
        private java.util.Optional<Instant> next() {
            List<ArchiveTimeStamp> stamps = record.chains().get(chain);
            if (stamp + 1 < stamps.size()) {
                return java.util.Optional.of(
                        TimeStamp.of(stamps.get(stamp + 1).getTimeStamp()).at());
            }
            return chain + 1 < record.chains().size()
                    ? java.util.Optional.of(
                            TimeStamp.of(record.chains().get(chain + 1).get(0).getTimeStamp())
                                    .at())
                    : java.util.Optional.empty();
        }

        /** What this time stamp must be over: the objects, or the time stamp before it. */
        private List<ReducedTree.Named> covered(EvidenceHash hash) throws IOException {
            if (stamp > 0) {
                ArchiveTimeStamp before = record.chains().get(chain).get(stamp - 1);
                byte[] digest = hash.of(TimeStamp.der(before.getTimeStamp()));
                return List.of(new ReducedTree.Named("the time stamp before it", digest));
            }
            byte[] chains = chain == 0 ? new byte[0] : hash.of(record.encodedChains(chain));
            List<ReducedTree.Named> covered = new ArrayList<>();
            for (DataObject object : objects) {
                byte[] digest = object.digest(hash);
                covered.add(new ReducedTree.Named(object.name(), chain == 0 ? digest : hash.of(digest, chains)));
            }
            return covered;
        }
    }
}
