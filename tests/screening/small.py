"""Small files in the forms of the official lists, written for the tests; nobody in them is real."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2031-02-03T00:00:01Z"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>
<FIRST_NAME>PAK</FIRST_NAME><SECOND_NAME>TEST-IL</SECOND_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPi.901 </REFERENCE_NUMBER><LISTED_ON>2030-01-02</LISTED_ON>
<NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Pak Tesu-il</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Tester; Tester Two</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1950</FROM_YEAR><TO_YEAR>1952</TO_YEAR>
</INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>2</DATAID>
<FIRST_NAME>KOREA TESTBONG TRADING CORPORATION</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPe.902</REFERENCE_NUMBER><LISTED_ON>2030-01-02</LISTED_ON>
<COMMENTS1>Owner of a ship, IMO 9074729.</COMMENTS1>
<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Old Testbong</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>"""

VESSELS = """<!DOCTYPE html><html><body><p>1718 Designated Vessels List 5 May 2031</p><table>
<tr><td>#</td><td>Vessel Name</td><td>IMO number</td></tr>
<tr><td>1</td><td><p>1: TEST STAR 2:</p><p>Probe Star</p></td><td>9074729MMSI:1: 4451140002: 445117000</td><td>30-Mar-18</td>
<td>na</td><td>Yes</td><td>na</td><td>Yes</td><td>na</td></tr>
<tr><td>Flag</td><td>1. Kiribati 2: Democratic People’s Republic of Korea</td></tr>
<tr><td>2</td><td>1: LONE TEST 3</td><td>9319466</td><td>21-Jun-17</td><td>na</td><td>na</td><td>na</td><td>na</td><td>Yes</td></tr>
</table></body></html>"""

_NULL = "-0- "
SDN = (
    f'501,"TESTOV, Ivan Petrovich","individual","DPRK2] [NPWMD",{_NULL},{_NULL},{_NULL},{_NULL},{_NULL},{_NULL},{_NULL},'
    "\"DOB 07 Jan 1960; alt. DOB 1961; nationality Russia; Passport AB12345 (Russia); a.k.a. 'BIG TEST'; Linked\"\n"
    f'502,"TEST QUEEN","vessel","DPRK",{_NULL},"HMXX",{_NULL},{_NULL},{_NULL},"North Korea",{_NULL},'
    '"Vessel Registration Identification IMO 9074729."\n'
    f'503,"TESTCORP ""QUOTED"" LTD.",{_NULL},"CUBA",{",".join([_NULL] * 8)}\n'
    f'504,"EP-TST","aircraft","IRAN",{",".join([_NULL] * 7)},'
    '"Aircraft Manufacturer\'s Serial Number (MSN) 1023499999."\n\x1a\n'
)
ALT = f'501,9001,"aka","TESTOFF, Ivan",{_NULL}\n501,9002,"fka","TESTNIKOV, Ivan",{_NULL}\n'
ADD = f'503,7001,"Main Street 1","Havana","Cuba",{_NULL}\n'
COMMENTS = '501," To: SOMETHING ELSE; National ID No. 998877."\n'

SIMPLE_XML = """<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation>
<Publish_Date>12/14/2030</Publish_Date><Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>77</uid>
<firstName>Ada</firstName><lastName>TESTER</lastName><sdnType>Individual</sdnType><programList><program>NS-PLC</program>
</programList><akaList><aka><uid>1</uid><type>a.k.a.</type><category>weak</category><lastName>ADDIE</lastName></aka></akaList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>03 Feb 1970</dateOfBirth></dateOfBirthItem></dateOfBirthList>
</sdnEntry></sdnList>"""

ADVANCED_XML = """<?xml version="1.0"?><Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue><Year>2031</Year>
<Month>4</Month><Day>5</Day></DateOfIssue><ReferenceValueSets><CountryValues><Country ID="11" ISO2="KP">North Korea</Country>
</CountryValues><FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType>
</FeatureTypeValues></ReferenceValueSets><Locations><Location ID="5"><LocationCountry CountryID="11"/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="1" IdentityID="900"><IDRegistrationNo>P-7654321</IDRegistrationNo></IDRegDocument>
</IDRegDocuments><DistinctParties><DistinctParty FixedRef="36"><Profile ID="36" PartySubTypeID="4"><Identity ID="900" Primary="true">
<Alias Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue>Proba</NamePartValue></DocumentedNamePart>
<DocumentedNamePart><NamePartValue>Chon</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias Primary="false" LowQuality="true"><DocumentedName><DocumentedNamePart><NamePartValue>Probe</NamePartValue>
</DocumentedNamePart></DocumentedName></Alias></Identity><Feature FeatureTypeID="8"><FeatureVersion><DatePeriod><Start><From>
<Year>1965</Year><Month>3</Month><Day>1</Day></From></Start></DatePeriod></FeatureVersion></Feature><Feature FeatureTypeID="25">
<FeatureVersion><VersionLocation LocationID="5"/></FeatureVersion></Feature></Profile></DistinctParty></DistinctParties>
<SanctionsEntries><SanctionsEntry ProfileID="36"><EntryEvent><Date><Year>2030</Year><Month>9</Month><Day>8</Day></Date></EntryEvent>
<SanctionsMeasure><Comment>DPRK4</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries></Sanctions>"""

CSL = (
    "_id,source,entity_number,type,programs,name,title,addresses,start_date,end_date,alt_names,nationalities,ids\n"
    "x1,Specially Designated Nationals (SDN) - Treasury Department,42,Vessel,DPRK,TEST BOAT,,,2030-01-01,,"
    'Boat Of Tests; Test Barge,,"Vessel Registration Identification, IMO 9074729"\n'
    "x2,Denied Persons List (DPL) - Bureau of Industry and Security,,,,T. Denied,,,2020-01-01,2025-01-01,,,\n"
)
UK_CSV = (
    "Report Date: 07-Mar-2031\n"
    "Last Updated,Unique ID,Name 6,Name 1,Name 2,Name type,Alias strength,Name non-latin script,Regime Name,"
    '"Individual, Entity, Ship",Date Designated,D.O.B,Nationality(/ies),IMO number,Passport number,Position\n'
    "01/02/2031,DPR0901,TESTMAN,Chol,,Primary Name,,테스트,DPRK,Individual,05/06/2030,dd/mm/1961,North Korea,,K123,Tester\n"
    "01/02/2031,DPR0901,TESTMAN,Chul,,Alias,Low quality a.k.a,,DPRK,Individual,05/06/2030,dd/mm/1961,North Korea,,K123,Tester\n"
    "01/02/2031,DPR0902,TEST SHIP 7,,,Primary Name,,,DPRK,Ship,05/06/2030,,,9074729,,\n"
)
UK_XML = """<?xml version="1.0"?><Designations><DateGenerated>07/03/2031</DateGenerated><Designation><UniqueID>DPR0903</UniqueID>
<DateDesignated>2030-06-05</DateDesignated><Names><Name><Name6>TESTBANK</Name6><NameType>Primary Name</NameType></Name>
<Name><Name6>BANK OF TESTS</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name></Names>
<RegimeName>DPRK</RegimeName><IndividualEntityShip>Entity</IndividualEntityShip><Addresses><Address>
<AddressCountry>North Korea</AddressCountry></Address></Addresses></Designation></Designations>"""
EU_XML = """<?xml version="1.0"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2031-05-06T10:00:00">
<sanctionEntity euReferenceNumber="EU.901.1" logicalId="9" designationDate="2030-02-02"><regulation programme="PRK"/>
<subjectType code="person"/><nameAlias wholeName="Test Yong Chol" strong="true"/>
<nameAlias firstName="Y." lastName="Test" strong="false"/><birthdate birthdate="1955-05-05"/><citizenship countryIso2Code="KP"/>
<identification number="X998877"/></sanctionEntity></export>"""
EU_CSV = (
    "\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_SubjectType;"
    "Entity_Regulation_Programme;NameAlias_WholeName;Citizenship_CountryIso2Code;BirthDate_Year;Identification_Number\n"
    "01/01/2031;9;EU.901.1;2030-02-02;P;PRK;Test Yong Chol;;;\n01/01/2031;9;EU.901.1;2030-02-02;P;PRK;Test Y. C.;;;\n"
    "01/01/2031;9;EU.901.1;2030-02-02;P;PRK;;KP;1955;\n"
)
DPL = (
    '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t'
    '"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"\n'
    '"DENNIS DENIED"\t"1 Way"\t"X"\t""\t"US"\t""\t"06/19/2003"\t"06/29/2056"\t"Y"\t""\t"NOTICE"\t"68 F.R. 1"\n'
    '"OLGA OVER"\t""\t""\t""\t"RU"\t""\t"01/01/2010"\t"01/01/2015"\t"Y"\t""\t""\t"69 F.R. 2"\n'
)
CANADA = """<?xml version="1.0"?><data-set><record><Country>Burma / Birmanie</Country><Entity>Test Brewery</Entity>
<Aliases>Test Beer Co., Ltd., Beer of Tests</Aliases><Schedule>1</Schedule><Item>4</Item></record>
<record><Country>DPRK / RPDC</Country><LastName>TEST</LastName><GivenName>Chol</GivenName><DateOfBirth>1960-01-01</DateOfBirth>
<Schedule>1</Schedule><Item>5</Item></record><record><Country>Russia / Russie</Country><EntityOrShip>New Test</EntityOrShip>
<TitleOrShip>Tanker</TitleOrShip><ShipIMONumber>9074729</ShipIMONumber><Schedule>2</Schedule><Item>1</Item></record></data-set>"""
FTM = "\n".join(
    json.dumps(e)
    for e in (
        {"id": "a1", "schema": "Vessel", "caption": "Test Vessel", "datasets": ["own"],
         "properties": {"name": ["Test Vessel"], "previousName": ["Old Vessel"], "imoNumber": ["IMO9074729"], "flag": ["kp"]}},
        {"id": "a2", "schema": "Person", "properties": {"name": ["Test Person"], "weakAlias": ["TP"], "birthDate": ["1970"]}},
        {"id": "a3", "schema": "Address", "properties": {"full": ["Somewhere"]}},
    )
)  # fmt: skip


def workbook(sheets: dict[str, list[list[str]]]) -> bytes:
    """A workbook with text cells, as small as the form allows."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as book:
        names = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(sheets, 1))
        space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        book.writestr("xl/workbook.xml", f"<workbook {space}><sheets>{names}</sheets></workbook>")
        links = "".join(f'<Relationship Id="r{i}" Target="worksheets/s{i}.xml"/>' for i in range(1, len(sheets) + 1))
        book.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{links}</Relationships>")
        strings: list[str] = []
        for i, table in enumerate(sheets.values(), 1):
            rows = ""
            for y, row in enumerate(table, 1):
                cells = ""
                for x, cell in enumerate(row):
                    if cell:
                        strings.append(cell)
                        cells += f'<c r="{chr(65 + x)}{y}" t="s"><v>{len(strings) - 1}</v></c>'
                rows += f'<row r="{y}">{cells}</row>'
            book.writestr(f"xl/worksheets/s{i}.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
        items = "".join(f"<si><t>{s}</t><rPh><t>yomi</t></rPh></si>" for s in strings)
        book.writestr("xl/sharedStrings.xml", f"<sst>{items}</sst>")
    return raw.getvalue()


def japan() -> bytes:
    """Japan's workbook in small: titles, heads in row 3, a deleted row, a serial date, names numbered in a cell."""
    heads = ["告示日付", "告示番号", "日本語表記", "英語表記", "別称・別名", "生年月日", "国籍"]
    return workbook({
        "一覧": [["目次"]],
        "15.北朝鮮(決議1718号等；個人)": [
            ["題"], [], heads,
            ["2030.1.2", "*1", "テスト・チョル", "Test Chol", "(a)テスト・チュル（Test Chul）、(b)不明", "16358", "北朝鮮"],
            ["2030.1.2削除", "2"],
        ],
        "14.北朝鮮(決議1718号等；団体)": [["題"], heads[:5], ["2030.1.3", "1", "テスト銀行", "Test Bank", "不明"]],
    })  # fmt: skip


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def table(rows: list[list[str]]) -> str:
    """Rows as CSV."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
