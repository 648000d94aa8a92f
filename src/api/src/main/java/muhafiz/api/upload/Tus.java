package muhafiz.api.upload;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answers under it say which version of tus they speak. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Tus {
    String VERSION = "1.0.0";
    String RESUMABLE = "Tus-Resumable";
    String VERSIONS = "Tus-Version";
}
