/** Test resources that point a service under @QuarkusTest at the servers and tokens of this module. */
@NullMarked
package dev.postrider.testkit.quarkus;

import org.jspecify.annotations.NullMarked;
