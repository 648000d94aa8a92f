package muhafiz.domain.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A person's part in a case: applicant, employer, parent, … Their fields are sealed under the leaf of this person and case. */
@Entity
@Table(schema = "archive", name = "case_party")
public class CaseParty {
    @Id
    private UUID id;

    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "role")
    private String role;

    @Embedded
    private SealedFields fields;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected CaseParty() {}

    public CaseParty(UUID id, UUID caseId, Person person, SealedFields fields) {
        this.id = id;
        this.caseId = caseId;
        this.subjectId = person.subjectId();
        this.role = person.role();
        this.fields = fields;
    }

    /** Who, in which role. */
    public record Person(UUID subjectId, String role) {}

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    public UUID subjectId() {
        return subjectId;
    }

    public String role() {
        return role;
    }

    public SealedFields fields() {
        return fields;
    }

    /** The same person with other fields, under another leaf; the old ones are kept by whoever corrects them. */
    public void corrected(SealedFields other) {
        this.fields = other;
    }
}
