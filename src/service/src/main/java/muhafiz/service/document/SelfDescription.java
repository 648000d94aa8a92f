package muhafiz.service.document;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import muhafiz.domain.document.Document.Filing;

/**
 * What a document's ciphertext says of itself, sealed: enough to write a lost row anew, and to know the document where its case is lost
 * too.
 *
 * @param part what of the document lies there: {@code original}
 * @param caseId the case it belongs to
 * @param persons whom it concerns; empty where they did not fit
 * @param filing under what, whence and when it was filed
 * @param events what had happened to the case by then: the last day of each; empty where they did not fit
 * @param about what is known of the bytes; without the file name where it did not fit
 * @param sealedSha256 of the whole ciphertext
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SelfDescription(
        String part,
        UUID caseId,
        Set<UUID> persons,
        Filing filing,
        Map<String, LocalDate> events,
        About about,
        byte[] sealedSha256) {
    public SelfDescription {
        persons = new TreeSet<>(persons);
        events = new TreeMap<>(events);
    }

    SelfDescription withoutFileName() {
        return new SelfDescription(part, caseId, persons, filing, events, about.withoutFileName(), sealedSha256);
    }

    SelfDescription withoutEvents() {
        return new SelfDescription(part, caseId, persons, filing, Map.of(), about, sealedSha256);
    }

    SelfDescription withoutPersons() {
        return new SelfDescription(part, caseId, Set.of(), filing, events, about, sealedSha256);
    }
}
