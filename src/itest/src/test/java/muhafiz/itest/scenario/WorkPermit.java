package muhafiz.itest.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import muhafiz.itest.stand.Forms;
import muhafiz.itest.stand.Lodged;
import muhafiz.itest.stand.RunningArchive;
import muhafiz.itest.stand.Sample;

/** An employer's file for a work permit, with everything the checklist asks for. */
public record WorkPermit(Lodged lodged, Map<String, String> documents) {
    /** The checklist of service WP (policy). */
    static Map<String, Sample> papers(String mark) {
        Map<String, Sample> papers = new LinkedHashMap<>();
        papers.put("application_form", Sample.pdf("Form " + mark));
        papers.put("passport", Sample.pdf("Passport " + mark));
        papers.put("photo", Sample.jpeg("Photo " + mark));
        papers.put("medical_certificate", Sample.pdf("Health " + mark));
        papers.put("employment_contract", Sample.pdf("Contract " + mark));
        papers.put("no_criminal_record", Sample.pdf("Record " + mark));
        papers.put("payment_receipt", Sample.pdf("Receipt " + mark));
        return papers;
    }

    /** Lodged through the portal with all seven papers. */
    static WorkPermit complete(RunningArchive archive, String unit, String mark) {
        return complete(archive, archive.portal().lodge(Forms.workPermit(unit, "Quliyev")), mark);
    }

    /** The same of one that was lodged already. */
    public static WorkPermit complete(RunningArchive archive, Lodged lodged, String mark) {
        Map<String, String> ids = new LinkedHashMap<>();
        papers(mark).forEach((kind, paper) -> ids.put(kind, archive.portal().uploaded(lodged, kind, paper)));
        return new WorkPermit(lodged, ids);
    }

    String document(String kind) {
        return documents.get(kind);
    }
}
