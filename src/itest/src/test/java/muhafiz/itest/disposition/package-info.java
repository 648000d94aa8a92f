/**
 * From a document's last day to the act that tells of its end, on an archive whose owner stands behind the periods of two classes.
 *
 * <pre>{@code
 * String document = house.due(house.lodge("Sonuncuzadə"), Sample.pdf("last day"));
 * JsonObject disposition = house.proposed("RC-WP");
 * house.approve(disposition, "records2").require(200);
 * house.approve(disposition, "dpo").require(200);
 * house.awaitEnded(disposition);
 * }</pre>
 */
@NullMarked
package muhafiz.itest.disposition;

import org.jspecify.annotations.NullMarked;
