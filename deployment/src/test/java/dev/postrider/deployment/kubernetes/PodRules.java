package dev.postrider.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every pod of ours must say of itself: the restricted profile of Kubernetes, limits, probes, no token. */
final class PodRules {
    private final List<String> broken = new ArrayList<>();
    private final Pods pods;

    private PodRules(Pods pods) {
        this.pods = pods;
    }

    /** A sentence for each rule that is broken. */
    static List<String> broken(Pods pods) {
        PodRules rules = new PodRules(pods);
        PodSpec spec = pods.template().getSpec();
        rules.restricted(spec);
        rules.want(Boolean.FALSE.equals(spec.getAutomountServiceAccountToken()), "has a service account's token");
        rules.want(Boolean.FALSE.equals(spec.getEnableServiceLinks()), "gets a variable for every service around");
        spec.getVolumes().forEach(rules::volume);
        for (Container container : pods.containers()) {
            rules.confined(container, spec.getSecurityContext());
            rules.limited(container.getResources());
            if (!pods.once()) {
                rules.probed(container);
            }
        }
        return rules.broken;
    }

    private void restricted(PodSpec spec) {
        want(
                !Boolean.TRUE.equals(spec.getHostNetwork())
                        && !Boolean.TRUE.equals(spec.getHostPID())
                        && !Boolean.TRUE.equals(spec.getHostIPC()),
                "shares namespaces of its host");
        @Nullable PodSecurityContext context = spec.getSecurityContext();
        want(context != null && Boolean.TRUE.equals(context.getRunAsNonRoot()), "may run as root");
        want(
                context != null && Optional.ofNullable(context.getRunAsUser()).orElse(0L) > 0,
                "names no user other than root");
        want(
                context != null
                        && context.getSeccompProfile() != null
                        && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
                "has no seccomp profile");
        want(spec.getInitContainers().isEmpty(), "has containers that no rule looks at");
    }

    private void volume(Volume volume) {
        boolean plain = volume.getEmptyDir() != null
                || volume.getSecret() != null
                || volume.getConfigMap() != null
                || volume.getPersistentVolumeClaim() != null
                || volume.getProjected() != null;
        want(plain, "mounts a volume that the restricted profile refuses: " + volume.getName());
        want(
                volume.getEmptyDir() == null || volume.getEmptyDir().getSizeLimit() != null,
                "has a folder without a size: " + volume.getName());
    }

    private void confined(Container container, @Nullable PodSecurityContext ofPod) {
        @Nullable SecurityContext context = container.getSecurityContext();
        if (context == null) {
            want(false, "says nothing of its privileges");
            return;
        }
        want(Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), "may gain privileges");
        want(Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()), "may write to its image");
        want(!Boolean.TRUE.equals(context.getPrivileged()), "is privileged");
        want(
                context.getCapabilities() != null
                        && context.getCapabilities().getDrop().contains("ALL")
                        && context.getCapabilities().getAdd().isEmpty(),
                "keeps capabilities");
        want(container.getPorts().stream().allMatch(port -> port.getHostPort() == null), "takes a port of its host");
        want(ofPod != null || Boolean.TRUE.equals(context.getRunAsNonRoot()), "may run as root");
    }

    private void limited(@Nullable ResourceRequirements resources) {
        want(
                resources != null
                        && resources.getRequests() != null
                        && resources.getRequests().containsKey("cpu")
                        && resources.getRequests().containsKey("memory"),
                "requests no cpu or memory");
        want(
                resources != null
                        && resources.getLimits() != null
                        && resources.getLimits().containsKey("memory"),
                "has no memory limit");
    }

    private void probed(Container container) {
        want(container.getStartupProbe() != null, "has no startup probe");
        want(container.getReadinessProbe() != null, "has no readiness probe");
        want(container.getLivenessProbe() != null, "has no liveness probe");
        if (pods.module().isPresent()) {
            want(path(container.getStartupProbe()).equals("/q/health/started"), "starts by another path");
            want(path(container.getReadinessProbe()).equals("/q/health/ready"), "is ready by another path");
            want(path(container.getLivenessProbe()).equals("/q/health/live"), "lives by what is not its own");
        }
    }

    private static String path(@Nullable Probe probe) {
        return probe == null || probe.getHttpGet() == null
                ? ""
                : probe.getHttpGet().getPath();
    }

    private void want(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(pods.name() + " " + otherwise);
        }
    }
}
