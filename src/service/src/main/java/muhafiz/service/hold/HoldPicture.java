package muhafiz.service.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import muhafiz.service.casefile.CaseFields;
import muhafiz.service.casefile.CaseRows;

/** Puts a hold together for who may see it. Within the transaction of the look. */
@ApplicationScoped
class HoldPicture {
    private final HoldRows rows;
    private final HoldText text;
    private final CaseRows cases;
    private final CaseFields fields;

    @Inject
    HoldPicture(DataSource database, HoldText text, CaseRows cases, CaseFields fields) {
        this.rows = new HoldRows(database);
        this.text = text;
        this.cases = cases;
        this.fields = fields;
    }

    HoldView of(HoldRows.Row hold) {
        HoldText.Text said = text.open(hold);
        return new HoldView(
                hold.id(),
                hold.state(),
                hold.caseFile()
                        .flatMap(cases::find)
                        .map(file -> fields.numberOf(file).toString()),
                rows.documents(hold.id()),
                said.authority(),
                said.ground(),
                hold.reviewOn(),
                hold.hands());
    }
}
