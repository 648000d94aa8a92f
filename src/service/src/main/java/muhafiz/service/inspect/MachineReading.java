package muhafiz.service.inspect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import muhafiz.crypto.UnavailableException;
import muhafiz.inspect.DocumentInspector;
import muhafiz.inspect.Inspection;
import muhafiz.service.malware.Scanner;
import muhafiz.service.malware.Verdict;

/** Reads one document by machine and keeps what came of it. Safe to repeat after a crash at any point. */
@ApplicationScoped
public class MachineReading {
    private final ReadingDesk desk;
    private final DocumentInspector inspector;
    private final Scanner scanner;

    @Inject
    MachineReading(ReadingDesk desk, DocumentInspector inspector, Scanner scanner) {
        this.scanner = scanner;
        this.desk = desk;
        this.inspector = inspector;
    }

    /** @throws RuntimeException where the outside is away; the task is tried again later */
    public void read(UUID document) {
        Optional<ReadingDesk.Paper> paper = desk.take(document);
        if (paper.isEmpty()) {
            return;
        }
        try (ReadingDesk.Paper open = paper.get()) {
            if (open.isToBeScanned() && !isClean(document, open)) {
                return;
            }
            if (!open.isToBeRead()) {
                return;
            }
            Inspection first = inspect(open);
            Inspection last = first instanceof Inspection.Died ? inspect(open) : first;
            keep(document, last);
        } catch (IOException e) {
            throw new UnavailableException("document-not-readable-now", Duration.ofSeconds(10), e);
        }
    }

    /** What is found before the parsers see it, they never see. */
    private boolean isClean(UUID document, ReadingDesk.Paper paper) {
        Verdict verdict = scanner.scan(paper::plaintext);
        if (verdict instanceof Verdict.Found found) {
            desk.putAside(document, Scanner.MALWARE, Optional.of(found.name()));
        } else if (verdict instanceof Verdict.NotScannable) {
            desk.putAside(document, Scanner.NOT_SCANNED, Optional.empty());
        } else {
            desk.scanned(document);
        }
        return verdict instanceof Verdict.Clean;
    }

    private Inspection inspect(ReadingDesk.Paper paper) throws IOException {
        try (InputStream plaintext = paper.plaintext()) {
            return inspector.inspect(
                    paper.application(),
                    paper.about().mediaType(),
                    paper.about().length(),
                    plaintext);
        }
    }

    private void keep(UUID document, Inspection inspection) {
        if (inspection instanceof Inspection.Read read) {
            desk.read(document, read.findings());
        } else if (inspection instanceof Inspection.NotReadByMachine not) {
            desk.inspected(document, Findings.none(not.reason()), List.of("not-read-by-machine", not.reason()));
        } else if (inspection instanceof Inspection.Unreadable unreadable) {
            desk.inspected(document, Findings.none(unreadable.code()), List.of(unreadable.code()));
        } else if (inspection instanceof Inspection.Died died) {
            desk.quarantined(document, died.reason());
        }
    }
}
