/**
 * From a document's last day to the act that tells of its end, on an archive whose owner stands behind the periods of two classes.
 *
 * <pre>{@code
 * String document = house.dueDocument("Sonuncuzadə");
 * String disposition = house.proposed("RC-WP").getString("id");
 * house.approve(disposition, "records2", "dpo");
 * house.awaitEnded(disposition);
 * }</pre>
 */
@NullMarked
package muhafiz.itest.disposition;

import org.jspecify.annotations.NullMarked;
