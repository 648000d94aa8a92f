/**
 * Letters: e-mails as they came, and what somebody wrote in a form. A letter becomes a file of class RC-LETTER at headquarters, with a number
 * and a clock; its original, body and attachments become sealed documents by the same intake as any other. Every one is received; what a
 * machine sent is never answered.
 *
 * <p>An e-mail is cut into its parts in memory and with limits ({@link muhafiz.service.letter.MailReader}); what the parts mean is looked
 * at in the sandbox, like any document.
 */
@NullMarked
package muhafiz.service.letter;

import org.jspecify.annotations.NullMarked;
