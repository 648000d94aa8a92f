package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import muhafiz.domain.casefile.CaseFile;
import muhafiz.domain.casefile.CaseParty;
import muhafiz.service.casefile.CaseView.DocumentLine;
import muhafiz.service.casefile.CaseView.EventLine;
import muhafiz.service.casefile.CaseView.PartyView;
import muhafiz.service.casefile.CaseView.StaffPart;
import muhafiz.service.document.DocumentRows;

/** Puts a case together for who may see it. Within the transaction of the look. */
@ApplicationScoped
class CasePicture {
    private final CaseRows rows;
    private final CaseFields fields;
    private final CaseProgress progress;
    private final DocumentRows documents;

    @Inject
    CasePicture(CaseRows rows, CaseFields fields, CaseProgress progress, DocumentRows documents) {
        this.rows = rows;
        this.fields = fields;
        this.progress = progress;
        this.documents = documents;
    }

    CaseView status(CaseFile file) {
        return view(file, Optional.empty());
    }

    CaseView whole(CaseFile file) {
        List<PartyView> parties =
                rows.parties(file.id()).stream().map(this::party).toList();
        List<DocumentLine> papers = documents.ofCase(file.id()).stream()
                .map(one -> new DocumentLine(one.id(), one.kind(), one.state().code(), one.receivedAt()))
                .toList();
        List<EventLine> events = rows.events(file.id()).stream()
                .map(one ->
                        new EventLine(one.type(), one.outcome(), one.on(), one.isForReview(), fields.cardOf(file, one)))
                .toList();
        JsonObject shared = fields.of(file);
        boolean filedLate = shared.getBoolean(CaseFields.FILED_LATE, false);
        Optional<String> oldNumber = Optional.ofNullable(shared.getString(CaseFields.OLD_NUMBER, null));
        return view(
                file,
                Optional.of(new StaffPart(
                        file.officer(), parties, papers, events, filedLate, oldNumber, file.provenance())));
    }

    private CaseView view(CaseFile file, Optional<StaffPart> staff) {
        return new CaseView(
                fields.numberOf(file).toString(),
                file.service(),
                file.recordClass(),
                file.unit(),
                file.state().code(),
                file.receivedAt(),
                file.decideBy(),
                progress.checklist(file),
                staff);
    }

    private PartyView party(CaseParty party) {
        JsonObject opened = fields.of(party);
        Map<String, String> shown = new TreeMap<>();
        opened.keySet().forEach(name -> shown.put(name, opened.getString(name)));
        return new PartyView(party.subjectId(), party.role(), shown);
    }
}
