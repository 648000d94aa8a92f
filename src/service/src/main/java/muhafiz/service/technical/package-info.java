/**
 * Technical data of the archive's own front doors, class RC-TECH. Items of one day end on one day, so they are sealed under one key a day,
 * which dies with them; what stays is how many there were in each month. No item names a case, and none is copied into one.
 */
@NullMarked
package muhafiz.service.technical;

import org.jspecify.annotations.NullMarked;
