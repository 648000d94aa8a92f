/**
 * The office's daily tasks and the contract's promises, each as a sentence, over plain HTTP on the running archive.
 *
 * <pre>{@code
 * MainJobIT                     the passport's whole way
 * ApplicantScenarioIT           AP-1, AP-2     (requirements, section 4)
 * OfficerScenarioIT             OF-1, OF-2
 * AdministratorScenarioIT       AD-1, AD-3
 * OrderOfAnswersIT, DoorIT      who is let in, and what is said in which order
 * AccessCodeIT                  number and code
 * UploadContractIT, SameDocumentTwiceIT, ReadingContractIT, CaseContractIT
 * }</pre>
 */
@NullMarked
package muhafiz.itest.scenario;

import org.jspecify.annotations.NullMarked;
