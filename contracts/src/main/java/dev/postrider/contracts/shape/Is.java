package dev.postrider.contracts.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** States the shape of a record component; on a list, the shape of its entries. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Is {
    Shape value();

    /** At most so many entries, on lists; 0 = no own limit. */
    int maxItems() default 0;
}
