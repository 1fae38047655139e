/** What is applied to a cluster is held against Kubernetes' own types, its restricted profile and our code. */
@NullMarked
package dev.postrider.deployment.kubernetes;

import org.jspecify.annotations.NullMarked;
