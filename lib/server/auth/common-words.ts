/**
 * Words that people begin a password with, in English and German, and what they put behind them. Written for Weft from common knowledge: names,
 * seasons, teams, cities, pets, what a login page says. It is no copy of a published list.
 */
export const commonWords = [
  'password passwort passwd pass kennwort letmein welcome willkommen admin administrator root master login anmelden secret geheim changeme default guest gast',
  'test tester testing temp temporary demo sample example beispiel user username benutzer account konto internet computer server database network company firma',
  'office business manager finance support service customer project projekt team meeting planning strategy objective keyresult promise quarter weft okr iloveyou',
  'monkey dragon shadow sunshine princess football fussball baseball basketball soccer hockey superman batman spiderman pokemon starwars startrek whatever trustno',
  'love loveyou freedom flower blume summer winter spring autumn sommer herbst frühling sonne hallo hello schatz baby darling sweetheart beautiful lovely angel engel',
  'google facebook amazon apple microsoft windows linux ubuntu samsung android youtube twitter instagram netflix spotify minecraft fortnite roblox',
  'michael jennifer thomas jessica daniel andrew charlie jordan george robert matthew anthony william joshua ashley nicole hannah sophie maria anna peter stefan',
  'andreas christian alexander martin markus julia laura lisa sarah sandra claudia sabine petra monika david james john oliver lucas felix leon emma mia lena max',
  'berlin london paris madrid hamburg munich münchen köln zurich vienna germany deutschland österreich schweiz america canada france england italia espana polska',
  'schalke bayern dortmund liverpool arsenal chelsea barcelona juventus ferrari porsche mercedes yamaha harley mustang corvette volkswagen',
  'cheese chocolate cookie pepper ginger banana orange purple silver golden diamond crystal phoenix tigger buster hunter killer ranger maverick ninja wizard',
  'matrix merlin knight eagle falcon tiger lion panther wolf bear butterfly rainbow unicorn heaven jesus blessed faith family familie mother father brother sister',
  'friend forever together lucky happy peace magic music dance guitar piano gaming gamer player winner soldier captain pirate rocket galaxy saturn jupiter thunder',
  'abc abcd abcdef qwe qwer qwert qwerty qwertz azerty asd asdf asdfg asdfgh yxcvbn zxcvbn',
]
  .join(' ')
  .split(' ')

export const commonTails =
  '1 12 123 1234 12345 123456 1234567 12345678 ! !! 1! 123! 1234! 01 00 000 007 07 10 11 13 22 23 69 77 88 99 111 666 777 999 321 2000 2001 2010 2015 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 2028 2024! 2025! 2026! 2027! @1 @12 @123 #1 #123 $1 _1 _123 .1 -1 abc xyz'.split(
    ' ',
  )

/** What lies side by side on keyboards and in the alphabet. */
export const commonRuns = [
  '12345678901234567890',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopü',
  'asdfghjklöä',
  'yxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  '1qaz2wsx3edc4rfv5tgb',
  '1q2w3e4r5t6y7u8i9o0p',
  '1q2w3e4r5t6z7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9',
  'qazwsxedcrfvtgbyhn',
  'zaq12wsxcde34rfv',
]
