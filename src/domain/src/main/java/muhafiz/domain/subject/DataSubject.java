package muhafiz.domain.subject;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import muhafiz.domain.casefile.SealedFields;

/** A person about whom the archive holds anything. */
@Entity
@Table(schema = "archive", name = "data_subject")
public class DataSubject {
    @Id
    private UUID id;

    @Embedded
    private SealedFields fields;

    @Column(name = "created_on")
    private LocalDate createdOn;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected DataSubject() {}

    public DataSubject(UUID id, SealedFields fields, LocalDate createdOn) {
        this.id = id;
        this.fields = fields;
        this.createdOn = createdOn;
    }

    public UUID id() {
        return id;
    }

    public SealedFields fields() {
        return fields;
    }

    public LocalDate createdOn() {
        return createdOn;
    }
}
