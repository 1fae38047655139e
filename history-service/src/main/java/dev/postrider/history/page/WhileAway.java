package dev.postrider.history.page;

import dev.postrider.base.problem.ProblemException;
import dev.postrider.contracts.rest.Page;
import dev.postrider.contracts.rest.ProblemCode;
import dev.postrider.history.HistoryConfig;
import dev.postrider.history.page.ConversationsResource.ConversationList;
import dev.postrider.history.page.ConversationsResource.OneConversation;
import dev.postrider.history.page.MessagesResource.MessagePage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What can be answered while the database is away: the newest pages that Redis keeps, each only to those whom it names
 * as members, marked as stale. Everything else is unavailable; so is all where Redis is away too.
 */
@ApplicationScoped
public class WhileAway {
    private final NewestPages pages;
    private final Names names;
    private final HistoryConfig.Page config;

    WhileAway(NewestPages pages, Names names, HistoryConfig config) {
        this.pages = pages;
        this.names = names;
        this.config = config.page();
    }

    Uni<ConversationList> list(String user, ListPlace after, int max) {
        if (!after.equals(ListPlace.TOP)) {
            return unavailable();
        }
        return pages.ofUser(user)
                .onFailure()
                .transform(gone -> ProblemException.of(ProblemCode.UNAVAILABLE))
                .chain(kept -> names.name(newest(kept, user, max), user))
                .map(named -> new ConversationList(named, null, true));
    }

    Uni<OneConversation> conversation(String id, String user) {
        return kept(id, user)
                .chain(kept -> names.name(newest(List.of(kept), user, 1), user))
                .map(named -> new OneConversation(named.getFirst(), true));
    }

    Uni<MessagePage> page(String id, String user, PageRequest request) {
        if (!request.isFirstPage() || request.limit() > config.keptEntries()) {
            return unavailable();
        }
        return kept(id, user).map(kept -> {
            Page page = kept.stretch(kept.member(user).orElseThrow(), request).seenBy(user, request.direction());
            return MessagePage.of(page, true);
        });
    }

    /** The kept page of a conversation whose membership names this user; unavailable else, whatever the reason. */
    private Uni<KeptPage> kept(String id, String user) {
        return pages.find(id)
                .onFailure()
                .recoverWithItem(Optional.empty())
                .map(found -> found.filter(page -> page.member(user).isPresent())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.UNAVAILABLE)));
    }

    private List<Summary> newest(List<KeptPage> kept, String user, int max) {
        return kept.stream()
                .sorted(Comparator.comparingLong(KeptPage::lastAt).reversed())
                .flatMap(page ->
                        page.member(user).stream().map(member -> page.summary(member, config.listedMembersMax())))
                .limit(max)
                .toList();
    }

    private static <T> Uni<T> unavailable() {
        return Uni.createFrom().failure(ProblemException.of(ProblemCode.UNAVAILABLE));
    }
}
