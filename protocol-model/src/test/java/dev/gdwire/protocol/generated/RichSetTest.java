package dev.gdwire.protocol.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gdwire.protocol.DecodeException;
import dev.gdwire.protocol.Message;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichSetTest {
    @TempDir static Path folder;
    private static CompiledSet rich;

    @BeforeAll
    static void compile() throws Exception {
        rich = CompiledSet.of(RichSet.protocol(), "rich.messages", folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'draw','shape':{'kind':'circle','radius':1.5}}",
                "{'type':'draw','shape':{'kind':'square'},'circle':{'kind':'circle','radius':0.5},"
                        + "'level':{'v':1},'start':{'kind':'dot'}}",
                "{'type':'bag','name':'x','v':1,'additional':7,'more':3,'a b':4}",
                "{'type':'free','any':{'a':[1,2.5,'x',null,true]},'tree':{'left':{'n':3}},"
                    + "'list':['ab',1,[],{}],'even':2,'evens':[2.0,4.0],'pairs':[[1,null],[1,'a']],"
                    + "'floats':[0.5,1.5]}",
                "{'type':'texts','at':'2020-01-02T03:04:05.25Z','on':'2020-02-29','time':'10:11:12.5+01:00',"
                    + "'id':'01234567-89ab-cdef-0123-456789abcdef','link':'http://a.b/c?d#e',"
                    + "'host':'a.b','hosts':['c'],'days':['2020-01-01']}",
                "{'type':'packed','floats':'AACAPw==','doubles':'','int_numbers':'AQAAAP////8=','bytes':'AQI=',"
                    + "'many':['AQAAAA==']}",
                "{'type':'enums','level':1,'mixed':'a','color':'blue','port':8080,'scale':0.25,"
                        + "'operator':'<=','levels':[2,-1]}",
                "{'type':'enums','mixed':true,'color':'red','port':80,'scale':1,'operator':''}",
                "{'type':'enums','mixed':1.5,'operator':'日本','hue':'green'}",
                "{'type':'names','fooBar':'1','foo_bar':'2','_fooBar':'3','foo-bar':'4','FooBar':'5',"
                    + "'<=':'7','日本':'8','class':'9','class_':'10','3d':'11'}"
            })
    void allReadAndWriteTheSame(String quoted) throws Exception {
        String json = quoted.replace('\'', '"');
        Mappers.assertRoundTrip(rich, roundTrip(json), json);
    }

    /** Jackson has no property without a name, and reads a null that may be absent as absent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'draw','shape':{'radius':1.5,'kind':'circle'},'circle':null,"
                    + "'figures':[{'kind':'point'},{'kind':'square','inside':{'kind':'circle','radius':2.5}}],"
                    + "'level':{'v':2}}",
                "{'type':'bag','name':'x','v':1,'additional':7,'':3}",
                "{'type':'free','any':null,'even':null}"
            })
    void theCodecsReadAndWriteWhatJacksonDoesNot(String quoted) {
        roundTrip(quoted.replace('\'', '"'));
    }

    private static Message roundTrip(String json) {
        Message message = rich.decode(json);
        assertThat(rich.decode(rich.encode(message))).isEqualTo(message).hasSameHashCodeAs(message);
        Mappers.assertSameWithModule(rich, message, json);
        return message;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'type':'draw','shape':1} | $.shape: expected object, got integer",
                "{'type':'draw','shape':{}} | $.shape.kind: expected a value, got nothing",
                "{'type':'draw','shape':{'kind':1}} | $.shape.kind: expected one of \"circle\","
                        + " \"square\", got 1",
                "{'type':'draw','shape':{'kind':{}}} | $.shape.kind: expected one of \"circle\","
                        + " \"square\", got object",
                "{'type':'draw','shape':{'kind':'circle','radius':'x'}} | $.shape.radius: expected"
                        + " number, got string",
                "{'type':'draw','shape':{'kind':'circle','radius':1,'x':1}} | $.shape.x: expected"
                        + " nothing, got integer",
                "{'type':'bag','name':'x','v':1,'additional':7,'more':'x'} | $.more: expected"
                        + " integer, got string",
                "{'type':'bag','name':'x','v':1,'additional':7,'a':1,'b':2,'c':3} | $: expected at"
                        + " most 5 members, got 6 members",
                "{'type':'bag','name':'x','v':1,'additional':7,'01234567890':2} |"
                        + " $[\"01234567890\"]: expected a name: at most 10 characters, got 11"
                        + " characters",
                "{'type':'free','any':1,'tree':{'left':{'n':10}}} | $.tree.left.n: expected at most"
                        + " 9, got 10",
                "{'type':'free','any':1,'list':['ab','ab']} | $.list: expected items that all"
                        + " differ, got the same at 0 and 1",
                "{'type':'free','any':1,'list':['ab','a']} | $.list[1]: expected at least 2"
                        + " characters, got 1 characters",
                "{'type':'free','any':1,'even':3} | $.even: expected a multiple of 2, got 3",
                "{'type':'free','any':1,'evens':[3]} | $.evens[0]: expected a multiple of 2, got 3",
                "{'type':'free','any':1,'evens':[2]} | $.evens: expected at least 1 items as"
                        + " \"contains\" says, got 0 such items",
                "{'type':'free','any':1,'pairs':[[1]]} | $.pairs[0]: expected 2 items, got 1 items",
                "{'type':'free','any':1,'pairs':[[1,'']]} | $.pairs[0][1]: expected at least 1"
                        + " characters, got 0 characters",
                "{'type':'free','any':1,'pairs':[[1,null],[1.0,null]]} | $.pairs: expected items"
                        + " that all differ, got the same at 0 and 1",
                "{'type':'texts','at':'x'} | $.at: expected text of the format date-time, got"
                        + " \"x\"",
                "{'type':'texts','hosts':['-']} | $.hosts[0]: expected text of the format hostname,"
                        + " got \"-\"",
                "{'type':'packed','floats':'A'} | $.floats: expected base64, got \"A\"",
                "{'type':'packed','floats':'AQI='} | $.floats: expected base64 of whole 4-byte"
                        + " numbers, got \"AQI=\"",
                "{'type':'packed','floats':'AADAfw=='} | $.floats[0]: expected finite number, got"
                        + " NaN",
                "{'type':'enums','level':4} | $.level: expected one of 1, 2, 3, -1, got 4",
                "{'type':'enums','level':'4'} | $.level: expected integer, got string",
                "{'type':'enums','mixed':'b'} | $.mixed: expected one of 1, \"a\", true, 1.5, -1,"
                        + " got \"b\"",
                "{'type':'enums','color':1} | $.color: expected string, got integer"
            })
    void aFaultHasItsPlaceAndWords(String quoted, String words) {
        assertThatThrownBy(() -> rich.decode(quoted.replace('\'', '"')))
                .isInstanceOf(DecodeException.class)
                .hasMessage(words);
    }
}
