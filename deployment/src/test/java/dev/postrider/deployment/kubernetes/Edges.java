package dev.postrider.deployment.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who may open a connection to whom, as the policies of both ends say together; {@code from>to:port}. */
final class Edges {
    private static final String NAME = "app.kubernetes.io/name";

    private Edges() {}

    /** Edges that both ends allow, between pods that carry a name. */
    static Set<String> open(Manifests manifests) {
        Set<String> out = new TreeSet<>();
        Set<String> in = new TreeSet<>();
        for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
            List<String> own = names(policy.getSpec().getPodSelector());
            policy.getSpec()
                    .getEgress()
                    .forEach(rule -> own.forEach(from -> peers(rule.getTo())
                            .forEach(to ->
                                    ports(rule.getPorts()).forEach(port -> out.add(from + ">" + to + ":" + port)))));
            policy.getSpec()
                    .getIngress()
                    .forEach(rule -> own.forEach(to -> peers(rule.getFrom())
                            .forEach(from ->
                                    ports(rule.getPorts()).forEach(port -> in.add(from + ">" + to + ":" + port)))));
        }
        out.retainAll(in);
        return out;
    }

    /** Whether all pods are closed both ways unless a policy opens them. */
    static boolean closedByDefault(Manifests manifests) {
        return manifests.all(NetworkPolicy.class).stream()
                .map(NetworkPolicy::getSpec)
                .anyMatch(spec -> Selectors.alternatives(spec.getPodSelector()).equals(List.of(Map.of()))
                        && spec.getPolicyTypes().containsAll(List.of("Ingress", "Egress"))
                        && spec.getIngress().isEmpty()
                        && spec.getEgress().isEmpty());
    }

    private static List<String> peers(List<NetworkPolicyPeer> peers) {
        return peers.stream()
                .filter(peer -> peer.getPodSelector() != null && peer.getNamespaceSelector() == null)
                .flatMap(peer -> names(peer.getPodSelector()).stream())
                .toList();
    }

    private static List<String> names(LabelSelector selector) {
        return Selectors.alternatives(selector).stream()
                .filter(labels -> labels.containsKey(NAME))
                .map(labels -> labels.get(NAME))
                .toList();
    }

    private static List<String> ports(List<NetworkPolicyPort> ports) {
        return ports.stream().map(port -> port.getPort().getValue().toString()).toList();
    }
}
