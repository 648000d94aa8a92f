package muhafiz.proof.paper;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import muhafiz.proof.log.BrokenEvidenceException;
import muhafiz.proof.log.LogLeaf;
import muhafiz.proof.tlog.Checkpoint;
import muhafiz.proof.tlog.SignedNote;
import muhafiz.proof.tree.TreeHash;

/**
 * All entries of the log about one person: who looked, when and why. With the tag keys anybody sees that none is left out.
 *
 * @param checkpoint the signed note under which all entries stand
 * @param years the person's tag keys, one for each calendar year
 * @param entries of all those years, in any order
 */
public record PersonListing(SignedNote checkpoint, List<Year> years, List<ProvenEntry> entries) {
    private static final String FORMAT = "muhafiz person listing v1";

    public PersonListing {
        years = List.copyOf(years);
        entries = List.copyOf(entries);
    }

    /**
     * One calendar year of a person.
     *
     * @param year such as 2026
     * @param tagKey 32 bytes ({@link LogLeaf#tagKey}): finds the entries and opens none
     * @param count how many entries there are, as the archive says
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Year(int year, byte[] tagKey, long count) {
        public Year {
            if (count < 0 || tagKey.length != TreeHash.LENGTH) {
                throw new IllegalArgumentException("a year has a tag key of 32 bytes and a count");
            }
            tagKey = tagKey.clone();
        }

        @Override
        public byte[] tagKey() {
            return tagKey.clone();
        }

        /** The tag of entry {@code n}, from 1. */
        public TreeHash tag(long n) {
            return new TreeHash(LogLeaf.subjectTag(tagKey, n));
        }
    }

    /**
     * Checks the listing against its checkpoint, whose signatures were looked at elsewhere.
     *
     * @throws BrokenEvidenceException that names the first entry that is missing, shown twice, not in the log or another's
     */
    public void requireComplete() {
        var head = Checkpoint.parse(checkpoint.text());
        var found = new HashMap<TreeHash, ProvenEntry>();
        for (ProvenEntry entry : entries) {
            entry.requireIn(head);
            if (found.put(new TreeHash(entry.leaf().subjectTag()), entry) != null) {
                throw new BrokenEvidenceException(
                        "entry " + entry.index() + " is listed twice, or has the tag of another");
            }
        }
        years.forEach(year -> takeAll(year, found));
        found.values().stream().mapToLong(ProvenEntry::index).min().ifPresent(stranger -> {
            throw new BrokenEvidenceException("entry " + stranger + " is none of this person's");
        });
    }

    private static void takeAll(Year year, Map<TreeHash, ProvenEntry> found) {
        for (long n = 1; n <= year.count(); n++) {
            if (found.remove(year.tag(n)) == null) {
                throw new BrokenEvidenceException("of " + year.year() + ", entry number " + n + " of " + year.count()
                        + " is missing in the listing");
            }
        }
    }

    public JsonObject json() {
        var listedYears = Json.writer().createArrayBuilder();
        years.forEach(year -> listedYears.add(Json.writer()
                .createObjectBuilder()
                .add("year", year.year())
                .add("tagKey", Json.base64(year.tagKey()))
                .add("count", year.count())));
        var listed = Json.writer().createArrayBuilder();
        entries.forEach(entry -> listed.add(entry.json()));
        return Json.writer()
                .createObjectBuilder()
                .add("format", FORMAT)
                .add("checkpoint", checkpoint.asText())
                .add("years", listedYears)
                .add("entries", listed)
                .build();
    }

    /**
     * Reads a listing that may be anyone's; nothing is verified.
     *
     * @throws IllegalArgumentException when this is none
     */
    public static PersonListing parse(String json) {
        var form = new Form(Json.object(json));
        form.requireFormat(FORMAT);
        var listing = new PersonListing(
                SignedNote.parse(form.text("checkpoint")),
                form.forms("years").stream().map(PersonListing::year).toList(),
                form.list("entries").stream().map(ProvenEntry::of).toList());
        if (new HashSet<>(listing.years().stream().map(Year::year).toList()).size()
                != listing.years().size()) {
            throw new IllegalArgumentException("a listing names a year once");
        }
        return listing;
    }

    private static Year year(Form form) {
        return new Year(form.small("year"), form.base64("tagKey"), form.number("count"));
    }
}
