package dev.postrider.history.internal;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.frame.Event;
import dev.postrider.contracts.internal.Holder;
import dev.postrider.contracts.internal.HolderAnswers;
import dev.postrider.contracts.internal.HolderQueries;
import dev.postrider.contracts.internal.HolderQuery;
import dev.postrider.contracts.internal.Internal;
import dev.postrider.history.support.Talk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InternalTest {
    private static final String KEY = "development-service-key";

    private final String wren = Talk.user();
    private final Talk talk = Talk.between(wren, Talk.user());

    @Test
    void theLowestRecordHoldsAnIdWhateverComesLater() {
        Event.Message once = talk.message(Talk.id(), wren, "once", null, null);
        long first = talk.write(once);
        long second = talk.write(once);

        Holder holder = holder(once.id(), second);

        assertEquals(first, holder.position());
        assertEquals("message", holder.type());
    }

    @Test
    void anIdGivenUpFirstIsHeldByItsVoid() {
        Event.Message late = talk.message(Talk.id(), wren, "too late", null, null);
        long given = talk.giveUp(wren, late.id());
        long arrived = talk.write(late);

        Holder holder = holder(late.id(), arrived);

        assertEquals("voided", holder.type());
        assertEquals(given, holder.position());
    }

    @Test
    void eachQuestionIsAnsweredAsFarAsTheLogWasReadForIt() {
        Event.Message said = talk.message(Talk.id(), wren, "hello", null, null);
        long position = talk.write(said);
        holder(said.id(), position);

        List<HolderAnswers.Answer> answers = ask(query(said.id(), position), query(Talk.id(), position));

        assertTrue(answers.get(0).read());
        assertEquals(position, Objects.requireNonNull(answers.get(0).holder()).position());
        assertEquals(new HolderAnswers.Answer(true, null), answers.get(1));
        assertEquals(List.of(), ask());
    }

    @Test
    void whatIsReadIsToldThoughANewerRecordOfThePartitionIsNot() {
        Event.Message said = talk.message(Talk.id(), wren, "hello", null, null);
        long position = talk.write(said);
        holder(said.id(), position);

        List<HolderAnswers.Answer> answers = ask(query(Talk.id(), position + 1_000_000), query(said.id(), position));

        assertEquals(HolderAnswers.Answer.UNREAD, answers.get(0));
        assertEquals(position, Objects.requireNonNull(answers.get(1).holder()).position());
    }

    @Test
    void aPartitionThatIsBehindKeepsNoOtherAnswerBack() {
        Event.Message said = talk.message(Talk.id(), wren, "hello", null, null);
        long position = talk.write(said);
        holder(said.id(), position);
        Talk elsewhere = Talk.between(wren, Talk.user());

        List<HolderAnswers.Answer> answers = ask(
                query(said.id(), position),
                new HolderQuery(elsewhere.conversation(), wren, Talk.id(), position + 1_000_000));

        assertTrue(answers.get(0).read());
        assertEquals(HolderAnswers.Answer.UNREAD, answers.get(1));
    }

    @Test
    void theTargetTellsItsAuthorAndState() {
        long said = talk.say(wren, "hello");
        long deleted = talk.delete(wren, said);
        await().until(() -> ask(query(Talk.id(), deleted)).getFirst().read());

        var target = target(said).statusCode(200).extract().jsonPath();

        assertEquals(wren, target.getString("from"));
        assertEquals("message", target.getString("type"));
        assertTrue(target.getBoolean("deleted"));
        target(deleted).statusCode(404);
    }

    @Test
    void whatWasNotReadYetIsNotCalledMissing() {
        long said = talk.say(wren, "hello");

        target(said + 1_000_000).statusCode(503);
        target(-1).statusCode(404);
    }

    @Test
    void withoutTheServiceKeyThereIsNothing() {
        given().queryParam("conversation", talk.conversation())
                .queryParam("position", 1)
                .get(Internal.TARGET)
                .then()
                .statusCode(404);
    }

    @Test
    void questionsWithoutFormAreRefused() {
        keyed().body("{}").post(Internal.HOLDERS).then().statusCode(400);
        List<HolderQuery> many = Collections.nCopies(Internal.HOLDERS_MAX + 1, query(Talk.id(), 0));
        keyed().body(new HolderQueries(many)).post(Internal.HOLDERS).then().statusCode(400);
        keyed().get(Internal.TARGET).then().statusCode(400);
    }

    /** Asked again while it was not read so far. */
    private Holder holder(String id, long past) {
        HolderAnswers.Answer answer = await().until(() -> ask(query(id, past)).getFirst(), HolderAnswers.Answer::read);
        return Objects.requireNonNull(answer.holder());
    }

    private HolderQuery query(String id, long past) {
        return new HolderQuery(talk.conversation(), wren, id, past);
    }

    private static List<HolderAnswers.Answer> ask(HolderQuery... queries) {
        return keyed().body(new HolderQueries(List.of(queries)))
                .post(Internal.HOLDERS)
                .then()
                .statusCode(200)
                .extract()
                .as(HolderAnswers.class)
                .answers();
    }

    private ValidatableResponse target(long position) {
        return keyed().queryParam("conversation", talk.conversation())
                .queryParam("position", position)
                .get(Internal.TARGET)
                .then();
    }

    private static RequestSpecification keyed() {
        return given().header(Internal.KEY_HEADER, KEY).contentType(ContentType.JSON);
    }
}
